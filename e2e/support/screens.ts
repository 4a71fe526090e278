import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { openInBrowser } from '#e2e/support/application.ts';
import { doubtfulText, revisedDocx, villageFolder } from '#e2e/support/importSamples.ts';
import { createConvention, furnish, sendForReview, type Offices } from '#e2e/support/villages.ts';
import { importPreview } from '#e2e/pages/importScreen.ts';
import { workspace } from '#e2e/pages/workspace.ts';

type Opened = Awaited<ReturnType<typeof openInBrowser>>;

/** A town with two furnished installations, one untouched, and one each for a person at the first start in another role. */
export type Town = {
  newcomer: Opened;
  drafter: Opened;
  reviewer: Opened;
  conventions: Awaited<ReturnType<typeof furnish>>;
  /** a package file that the reviewing office has not taken in */
  packagePath: string;
  /** a Word file in name only */
  brokenPath: string;
  /** for files that a screen needs */
  folder: string;
  close(): Promise<void>;
};

export async function openTown(): Promise<Town> {
  const [newcomer, drafter, reviewer] = [await openInBrowser(), await openInBrowser(), await openInBrowser()];
  const offices: Offices = { drafter: await drafter.client(), reviewer: await reviewer.client() };
  await offices.drafter.installation.register({ person: '陈秀兰', office: '云溪镇人民政府', roles: ['drafter', 'registrar'], withSample: false });
  await offices.reviewer.installation.register({ person: '刘国平', office: '云溪镇司法所', roles: ['reviewer'], withSample: false });
  const conventions = await furnish(offices);
  const folder = mkdtempSync(join(tmpdir(), '乡约 文件-'));
  const another = await createConvention(offices.drafter, '新桥村');
  await sendForReview(offices, another);
  const [submission] = await offices.drafter.submissions.list({ conventionId: another });
  if (submission === undefined) throw new Error('No submission');
  const file = await offices.drafter.submissions.file({ submissionId: submission.id });
  const packagePath = join(folder, '新桥村送审包.xiangyue');
  writeFileSync(packagePath, new Uint8Array(await file.arrayBuffer()));
  const brokenPath = join(folder, '坏文件.docx');
  writeFileSync(brokenPath, 'PK\u0003\u0004不是文档');
  return {
    newcomer,
    drafter,
    reviewer,
    conventions,
    packagePath,
    brokenPath,
    folder,
    async close() {
      for (const opened of [newcomer, drafter, reviewer]) await opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opens a path of the interface from anew, without what an earlier screen left open. */
async function goTo({ page, host }: Opened, path: string): Promise<Page> {
  await page.goto(`${host.origin}/#${path}`);
  await page.reload();
  await page.locator('.main > :not(.status), .welcome').first().waitFor();
  return page;
}

async function openWorkspace(opened: Opened, conventionId: string): Promise<Page> {
  const page = await goTo(opened, `/conventions/${conventionId}`);
  await workspace(page).editor.waitFor();
  return page;
}

async function dialogIn(page: Page, name: string): Promise<void> {
  await page.getByRole('dialog', { name }).waitFor();
}

async function menu(page: Page, entry: string): Promise<void> {
  await workspace(page).menu(entry);
}

export type Screen = { name: string; open: (town: Town) => Promise<Page> };

/** Every screen of the application with each panel and dialog that can stand on it. */
export const screens: readonly Screen[] = [
  { name: '首次登记', open: ({ newcomer }) => goTo(newcomer, '/') },
  {
    name: '首次登记，没有填全',
    async open({ newcomer }) {
      const page = await goTo(newcomer, '/');
      await page.getByRole('button', { name: '开始使用' }).click();
      return page;
    },
  },
  {
    name: '工作台，审查人第一次打开',
    async open({ newcomer }) {
      const client = await newcomer.client();
      await client.installation.register({ person: '刘国平', office: '云溪镇司法所', roles: ['reviewer'], withSample: false });
      const page = await goTo(newcomer, '/workbench');
      await page.getByText('逐条看，写批注').waitFor();
      return page;
    },
  },
  {
    name: '合法性审查，还没有收到',
    async open({ newcomer }) {
      const page = await goTo(newcomer, '/reviews');
      await page.getByText('还没有收到送审').waitFor();
      return page;
    },
  },
  {
    name: '工作台，备案人第一次打开',
    async open({ newcomer }) {
      const client = await newcomer.client();
      await client.installation.update({ person: '周明远', office: '云溪镇民政办', roles: ['registrar'] });
      const page = await goTo(newcomer, '/workbench');
      await page.getByRole('region', { name: '从这里开始' }).waitFor();
      return page;
    },
  },
  {
    name: '工作台，起草人第一次打开',
    async open({ newcomer }) {
      const client = await newcomer.client();
      await client.installation.update({ person: '陈秀兰', office: '云溪镇溪口村村民委员会', roles: ['drafter'] });
      const page = await goTo(newcomer, '/workbench');
      await page.getByText('录入第一部村规民约').waitFor();
      return page;
    },
  },
  {
    name: '村规民约，还没有',
    async open({ newcomer }) {
      const page = await goTo(newcomer, '/conventions');
      await page.getByText('本机还没有村规民约').waitFor();
      return page;
    },
  },
  {
    name: '工作台',
    async open({ drafter }) {
      const page = await goTo(drafter, '/workbench');
      await page.getByRole('region', { name: '各村进度' }).waitFor();
      return page;
    },
  },
  {
    name: '村规民约',
    async open({ drafter }) {
      const page = await goTo(drafter, '/conventions');
      await page.getByRole('table').waitFor();
      return page;
    },
  },
  {
    name: '回收站',
    async open({ drafter }) {
      const page = await goTo(drafter, '/conventions?bin=1');
      await page.getByRole('table').waitFor();
      return page;
    },
  },
  {
    name: '新建',
    async open({ drafter }) {
      const page = await goTo(drafter, '/conventions?new=1');
      await dialogIn(page, '新建村规民约');
      return page;
    },
  },
  {
    name: '导入，选文件',
    async open({ drafter }) {
      const page = await goTo(drafter, '/import');
      await page.getByRole('button', { name: '选择文件', exact: true }).waitFor();
      return page;
    },
  },
  {
    name: '导入，核对',
    async open({ drafter }) {
      const page = await goTo(drafter, '/import');
      await page
        .getByLabel('没有文件的，把文字粘贴在这里')
        .fill('望城村村规民约\n为了管好村里的事，制定本约。\n第一条 爱护公物。\n第二条 违反第一条、第二十条的，罚款50元。\n第三条\n第五条 尊老爱幼。\n望城村村民委员会');
      await page.getByRole('button', { name: '读取文字' }).click();
      await page.getByRole('region', { name: '读出的条文' }).waitFor();
      return page;
    },
  },
  {
    name: '导入，改一行的读法',
    async open({ drafter }) {
      const page = await goTo(drafter, '/import');
      const preview = importPreview(page);
      await preview.readWords('望城村村规民约\n一、公共卫生\n1. 不乱倒垃圾。\n2. 房前屋后自己打扫。\n二、邻里和睦\n1. 不打架。\n2. 有事好商量。\n第 1 页');
      await preview.line(4).click();
      await page.getByRole('button', { name: '接上一条' }).click();
      await page.getByRole('button', { name: '恢复自动' }).waitFor();
      return page;
    },
  },
  {
    name: '导入，问修订和批注',
    async open({ drafter, folder }) {
      const page = await goTo(drafter, '/import');
      await drafter.chooseFile(() => page.getByRole('button', { name: '选择文件', exact: true }).click(), await revisedDocx(folder));
      await page.getByRole('button', { name: '接着读' }).waitFor();
      return page;
    },
  },
  {
    name: '导入，问文字的读法',
    async open({ drafter, folder }) {
      const page = await goTo(drafter, '/import');
      await drafter.chooseFile(() => page.getByRole('button', { name: '选择文件', exact: true }).click(), doubtfulText(folder));
      await page.getByRole('button', { name: '接着读' }).waitFor();
      return page;
    },
  },
  {
    name: '导入，照着录入',
    async open({ drafter, folder }) {
      const page = await goTo(drafter, '/import');
      const path = join(folder, '墙上的公约.png');
      writeFileSync(path, await page.screenshot());
      await drafter.chooseFile(() => page.getByRole('button', { name: '选择文件', exact: true }).click(), path);
      await page.getByLabel('录入的文字').fill('望城村村规民约');
      return page;
    },
  },
  {
    name: '导入，多份',
    async open({ newcomer, folder }) {
      const client = await newcomer.client();
      if ((await client.installation.status()).installation === null) {
        await client.installation.register({ person: '周明远', office: '云溪镇民政办', roles: ['drafter'], withSample: false });
      }
      const page = await goTo(newcomer, '/import');
      await newcomer.chooseFile(() => page.getByRole('button', { name: '选择文件夹' }).click(), villageFolder(folder));
      await page.getByText(/^共 4 份/u).waitFor();
      return page;
    },
  },
  {
    name: '导入，读不了',
    async open({ drafter, brokenPath }) {
      const page = await goTo(drafter, '/import');
      await drafter.chooseFile(() => page.getByRole('button', { name: '选择文件', exact: true }).click(), brokenPath);
      await page.getByRole('alert').first().waitFor();
      return page;
    },
  },
  {
    name: '正文和预审',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.drafting);
      await page.getByRole('article').first().waitFor();
      return page;
    },
  },
  {
    name: '更多的编辑',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.drafting);
      await workspace(page).cursorAtEnd('第六条');
      await page.getByRole('button', { name: '更多' }).click();
      await page.getByRole('menuitem').first().waitFor();
      return page;
    },
  },
  {
    name: '办理的菜单',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.consulting);
      await page.getByRole('button', { name: '办理', exact: true }).click();
      await page.getByRole('menuitem').first().waitFor();
      return page;
    },
  },
  {
    name: '不采用提示',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.drafting);
      await page.getByRole('button', { name: '不采用并说明' }).first().click();
      await page.getByRole('dialog').waitFor();
      return page;
    },
  },
  {
    name: '正文和意见',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.consulting);
      await workspace(page).openPanel('意见');
      await page.getByRole('article').first().waitFor();
      return page;
    },
  },
  {
    name: '登记意见',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.consulting);
      await workspace(page).openPanel('意见');
      await page.getByRole('button', { name: '登记意见' }).click();
      await dialogIn(page, '登记群众意见');
      return page;
    },
  },
  {
    name: '答复意见',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.consulting);
      await workspace(page).openPanel('意见');
      await page.getByRole('button', { name: '答复', exact: true }).first().click();
      await dialogIn(page, '答复意见');
      return page;
    },
  },
  {
    name: '意见登记有误',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.consulting);
      await workspace(page).openPanel('意见');
      await page.getByRole('button', { name: '登记有误' }).first().click();
      await page.getByRole('dialog').waitFor();
      return page;
    },
  },
  {
    name: '正文和批注',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.returned);
      await workspace(page).openPanel('批注');
      await page.getByRole('article').first().waitFor();
      return page;
    },
  },
  {
    name: '答复批注',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.returned);
      await workspace(page).openPanel('批注');
      await page.getByRole('article').first().getByRole('button', { name: '答复', exact: true }).click();
      await page.getByRole('button', { name: '记下答复' }).waitFor();
      return page;
    },
  },
  {
    name: '还没有批注',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.drafting);
      await workspace(page).openPanel('批注');
      return page;
    },
  },
  {
    name: '存为一版',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.drafting);
      await menu(page, '存为一版');
      await dialogIn(page, '存为一版');
      return page;
    },
  },
  {
    name: '版本',
    async open({ drafter, conventions }) {
      const page = await goTo(drafter, `/conventions/${conventions.returned}/versions`);
      await page.getByRole('article', { name: /^第 \d+ 版的文字$/u }).waitFor();
      return page;
    },
  },
  {
    name: '引用条款',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.drafting);
      await workspace(page).cursorAtEnd('第六条');
      await page.getByRole('button', { name: '引用条款' }).click();
      await page.getByRole('dialog').waitFor();
      return page;
    },
  },
  {
    name: '送合法性审查',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.screening);
      await workspace(page).step('送合法性审查');
      await dialogIn(page, '送合法性审查');
      return page;
    },
  },
  {
    name: '登记纸质意见书',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.reviewing);
      await menu(page, '登记纸质意见书');
      await dialogIn(page, '登记纸质意见书');
      return page;
    },
  },
  {
    name: '登记表决结果',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.voting);
      await page.getByRole('button', { name: /^下一步/u }).click();
      await dialogIn(page, '登记表决结果');
      return page;
    },
  },
  {
    name: '登记备案',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.filing);
      await page.getByRole('button', { name: /^下一步/u }).click();
      await dialogIn(page, '登记备案');
      return page;
    },
  },
  {
    name: '登记公布',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.publishing);
      await page.getByRole('button', { name: /^下一步/u }).click();
      await dialogIn(page, '登记公布');
      return page;
    },
  },
  { name: '已经公布', open: ({ drafter, conventions }) => openWorkspace(drafter, conventions.published) },
  {
    name: '两处同时改',
    async open({ drafter, conventions: { drafting: conventionId } }) {
      const page = await openWorkspace(drafter, conventionId);
      const client = await drafter.client();
      const { revision, document } = await client.drafts.get({ conventionId });
      const theirs = JSON.parse(JSON.stringify(document).replace('全体村民要爱国守法', '村民人人要爱国守法'));
      await client.drafts.save({ conventionId, baseRevision: revision, document: theirs });
      await workspace(page).cursorAtEnd('第一条');
      await page.keyboard.type('自觉践行社会主义核心价值观。');
      await page.getByRole('dialog').waitFor();
      return page;
    },
  },
  {
    name: '版本比较',
    async open({ drafter, conventions: { consulting: conventionId } }) {
      const client = await drafter.client();
      const { revision, document } = await client.drafts.get({ conventionId });
      const changed = JSON.parse(JSON.stringify(document).replace('每次罚款500元', '由村民委员会批评教育').replace('照价赔偿', '按照实际损失赔偿'));
      await client.drafts.save({ conventionId, baseRevision: revision, document: changed });
      const [first] = await client.versions.list({ conventionId });
      const page = await goTo(drafter, `/conventions/${conventionId}/compare?old=${first?.id ?? ''}`);
      await page.getByRole('region', { name: '两版对照' }).locator('ins').first().waitFor();
      return page;
    },
  },
  {
    name: '登记已施行的文本',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.drafting);
      await menu(page, '登记已施行的文本');
      await dialogIn(page, '登记已施行的文本');
      return page;
    },
  },
  {
    name: '登记的已施行文本',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.registered);
      await page.getByText('登记的已施行文本，未经本系统审查').waitFor();
      return page;
    },
  },
  {
    name: '已施行文本的登记情况',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.registered);
      await menu(page, '已施行文本的登记情况');
      await page.getByRole('dialog').getByText('表决记录', { exact: true }).waitFor();
      return page;
    },
  },
  {
    name: '更正登记',
    async open({ drafter, conventions }) {
      const page = await openWorkspace(drafter, conventions.registered);
      await menu(page, '已施行文本的登记情况');
      await page.getByRole('button', { name: '更正' }).click();
      await dialogIn(page, '更正登记');
      return page;
    },
  },
  {
    name: '打印预览',
    async open({ drafter, conventions }) {
      const page = await goTo(drafter, `/conventions/${conventions.published}/print`);
      await page.locator('canvas').first().waitFor();
      return page;
    },
  },
  {
    name: '打印定稿',
    async open({ drafter, conventions: { published } }) {
      const client = await drafter.client();
      const [version] = await client.versions.list({ conventionId: published });
      const page = await goTo(drafter, `/conventions/${published}/print?version=${version?.id ?? ''}`);
      await page.locator('canvas').first().waitFor();
      return page;
    },
  },
  {
    name: '设置',
    async open({ drafter }) {
      const page = await goTo(drafter, '/settings');
      await page.getByRole('button', { name: '核对', exact: true }).waitFor();
      return page;
    },
  },
  { name: '没有这一屏', open: ({ drafter }) => goTo(drafter, '/nowhere') },
  {
    name: '接收送审包',
    async open({ reviewer, packagePath }) {
      const page = await goTo(reviewer, '/reviews');
      await reviewer.chooseFile(() => page.getByRole('button', { name: '打开送审包' }).click(), packagePath);
      await page.getByRole('dialog', { name: /接收(送审包|意见书)/u }).getByText('识别码', { exact: true }).first().waitFor();
      return page;
    },
  },
  {
    name: '工作台，审查人',
    async open({ reviewer }) {
      const page = await goTo(reviewer, '/workbench');
      await page.getByRole('region', { name: '待办' }).waitFor();
      return page;
    },
  },
  {
    name: '合法性审查',
    async open({ reviewer }) {
      const page = await goTo(reviewer, '/reviews');
      await page.getByRole('table').waitFor();
      return page;
    },
  },
  {
    name: '审查台',
    async open({ reviewer, conventions }) {
      const page = await goTo(reviewer, `/reviews/${conventions.openReview}`);
      await page.getByRole('region', { name: '送审文本' }).waitFor();
      return page;
    },
  },
  {
    name: '写批注',
    async open({ reviewer, conventions }) {
      const page = await goTo(reviewer, `/reviews/${conventions.readyReview}`);
      await page.getByRole('button', { name: '对第三条加批注' }).click();
      await page.getByRole('form').getByRole('button', { name: '加一条依据' }).click();
      return page;
    },
  },
  {
    name: '出具审查意见书',
    async open({ reviewer, conventions }) {
      const page = await goTo(reviewer, `/reviews/${conventions.readyReview}`);
      await page.getByRole('button', { name: '出具审查意见书' }).click();
      await dialogIn(page, '出具审查意见书');
      return page;
    },
  },
  {
    name: '意见书已经出具',
    async open({ reviewer, conventions }) {
      const page = await goTo(reviewer, `/reviews/${conventions.returnedReview}`);
      await page.getByRole('button', { name: '存为意见包' }).waitFor();
      return page;
    },
  },
];

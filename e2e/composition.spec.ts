import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ContractClient } from '#contract/contract.ts';
import { articleText } from '#core/document/articleText.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { numberDocument } from '#core/document/numberDocument.ts';
import { openConvention } from '#e2e/pages/openConvention.ts';
import { openInBrowser, type BrowserApplication } from '#e2e/support/application.ts';

/** The input method is driven through the browser's own protocol; what counts is what the host has stored. */

const words = {
  plain: '爱护公共设施，按时缴纳水费。',
  fine: '乱倒垃圾的，由村民委员会罚款五百元。',
  last: '本公约自公布之日起施行。',
};

function plainDocument(): ConventionDocument {
  return {
    type: 'document',
    attrs: { numberingStyle: 'article', numberingScope: 'document' },
    content: [
      { type: 'title', content: [{ type: 'text', text: '清溪村村规民约' }] },
      ...Object.entries(words).map(([id, text]) => ({
        type: 'article' as const,
        attrs: { id },
        content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
      })),
    ],
  };
}

let application: BrowserApplication;
let page: Page;
let input: CDPSession;
let client: ContractClient;
let conventionId: string;

beforeAll(async () => {
  application = await openInBrowser();
  ({ page } = application);
  client = await application.client();
  await client.installation.register({ person: '陈秀兰', office: '清溪村村民委员会', roles: ['drafter'], withSample: false });
  input = await page.context().newCDPSession(page);
});

afterAll(async () => {
  await application.close();
});

beforeEach(async () => {
  ({ conventionId } = await client.conventions.create({
    village: '清溪村',
    township: '枫林镇',
    kind: 'village',
    document: plainDocument(),
  }));
  await openConvention(application, conventionId);
  // The finding in the second article shows that everything around the text is ready too.
  await page.locator('[data-id="fine"] .u').first().waitFor();
});

/** Puts the cursor at an offset of an article's text; with `to`, selects up to there. */
async function putCursor(articleId: string, offset: number, to = offset): Promise<void> {
  await page.locator('.convention-text').focus();
  await page.evaluate(
    ({ articleId, offset, to }) => {
      const paragraph = document.querySelector(`[data-id="${articleId}"] p`);
      if (paragraph === null) throw new Error(`No article ${articleId}`);
      const locate = (wanted: number): [Node, number] => {
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        let rest = wanted;
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0;
          if (rest <= length) return [node, rest];
          rest -= length;
        }
        throw new Error(`Offset ${wanted} lies behind the text`);
      };
      const [startNode, start] = locate(offset);
      const [endNode, end] = locate(to);
      getSelection()?.setBaseAndExtent(startNode, start, endNode, end);
    },
    { articleId, offset, to },
  );
  await twoFrames();
}

/** Spells a word letter by letter as an input method does, up to the choice of the candidate. */
async function spell(letters: string): Promise<void> {
  for (let length = 1; length <= letters.length; length += 1) {
    const text = letters.slice(0, length);
    await input.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length });
  }
}

async function choose(word: string): Promise<void> {
  await input.send('Input.insertText', { text: word });
}

async function compose(letters: string, word: string): Promise<void> {
  await spell(letters);
  await choose(word);
}

async function stored(): Promise<{ document: ConventionDocument; texts: Record<string, string>; order: string[] }> {
  const { document } = await client.drafts.get({ conventionId });
  const numbering = numberDocument(document);
  const placed = articlesOf(document);
  return {
    document,
    texts: Object.fromEntries(placed.map(({ article }) => [article.attrs.id, articleText(article, numbering)])),
    order: placed.map(({ article }) => article.attrs.id),
  };
}

/** Two frames: the editor has heard of the last event, and the screen shows what came of it. */
async function twoFrames(): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

describe('Chinese input', () => {
  const insertions: [where: string, offset: number][] = [
    ['start', 0],
    ['middle', 7],
    ['end', words.plain.length],
  ];

  it.each(insertions)('at the %s of an article stores the chosen word and nothing of its spelling', async (_where, offset) => {
    await putCursor('plain', offset);
    await compose('cunmin', '村民');
    await expect.poll(async () => (await stored()).texts).toEqual({
      ...words,
      plain: `${words.plain.slice(0, offset)}村民${words.plain.slice(offset)}`,
    });
  });

  it('several words in a row stand in the order in which they were chosen', async () => {
    await putCursor('last', words.last.length - 1);
    await compose('youcun', '由村');
    await compose('minweiyuanhui', '民委员会');
    await compose('jieshi', '解释');
    await expect.poll(async () => (await stored()).texts['last']).toBe('本公约自公布之日起施行由村民委员会解释。');
  });

  it('over a selection replaces what was selected', async () => {
    await putCursor('plain', 2, 6);
    await compose('huanjing', '环境');
    await expect.poll(async () => (await stored()).texts['plain']).toBe('爱护环境，按时缴纳水费。');
  });

  it('a word that is called off leaves the text as it was', async () => {
    await putCursor('plain', 7);
    await spell('cunmin');
    await input.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
    await choose('应');
    await expect.poll(async () => (await stored()).texts['plain']).toBe('爱护公共设施，应按时缴纳水费。');
  });

  it('inside the words of a finding keeps both sides of them', async () => {
    const offset = words.fine.indexOf('罚款') + 1;
    await putCursor('fine', offset);
    await compose('cunmin', '村民');
    await expect.poll(async () => (await stored()).texts['fine']).toBe('乱倒垃圾的，由村民委员会罚村民款五百元。');
  });

  it('while a save that was held back lands: nothing of the word is lost, and the word is saved after it', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let holding = true;
    await page.route('**/rpc/drafts/save', async (route) => {
      if (holding) await held;
      await route.continue();
    });
    await putCursor('plain', 0);
    const request = page.waitForRequest('**/rpc/drafts/save');
    await compose('quanti', '全体');
    await request;
    await spell('cunm');
    holding = false;
    const response = page.waitForResponse('**/rpc/drafts/save');
    release();
    await response;
    await spell('cunmin');
    await choose('村民');
    await page.unroute('**/rpc/drafts/save');
    await expect.poll(async () => (await stored()).texts).toEqual({ ...words, plain: `全体村民${words.plain}` });
  });

  it('in a new article after Enter twice: the article has an id of its own and the word', async () => {
    await putCursor('plain', words.plain.length);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await compose('cunmin', '村民');
    await compose('zizhi', '自治');
    await expect
      .poll(async () => {
        const { order, texts } = await stored();
        return order.map((id) => [id in words ? id : 'new', texts[id]]);
      })
      .toEqual([
        ['plain', words.plain],
        ['new', '村民自治'],
        ['fine', words.fine],
        ['last', words.last],
      ]);
  });

  it('a new article has the first letters that are typed into it, however often', async () => {
    await putCursor('last', words.last.length);
    const added = Array.from({ length: 12 }, (_, index) => `第${index + 1}句新话。`);
    for (const sentence of added) {
      await page.keyboard.press('Control+Enter');
      await page.keyboard.type(sentence);
    }
    await expect
      .poll(async () => {
        const { order, texts } = await stored();
        return order.map((id) => texts[id]);
      })
      .toEqual([words.plain, words.fine, words.last, ...added]);
  });

  it('undo takes a composed word back as a whole', async () => {
    await putCursor('plain', 7);
    await compose('cunmin', '村民');
    await expect.poll(async () => (await stored()).texts['plain']).toContain('村民');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await stored()).texts).toEqual(words);
  });
});

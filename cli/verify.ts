import { openPackage } from '#backend/exchange/openPackage.ts';
import { packagePayload } from '#backend/exchange/packagePayload.ts';
import { fingerprint } from '#backend/exchange/signingKey.ts';
import { CommandRefusal, type CommandIo } from '#cli/command.ts';
import { readInput } from '#cli/readInput.ts';
import { refuse } from '#cli/refuse.ts';
import { conclusionNames } from '#contract/names.ts';
import { verificationCode } from '#core/document/verificationCode.ts';
import { DomainError, type ErrorCode } from '#core/errors.ts';

type Failure = { sentence: (detail: string) => string; status: 1 | 2 };

/** What openPackage and packagePayload refuse, said by someone who imports nothing. */
const failures: Partial<Record<ErrorCode, Failure>> = {
  FILE_EMPTY: { sentence: () => '这个文件是空的。', status: 2 },
  FILE_TOO_LARGE: { sentence: () => '文件太大，不是送审包。', status: 2 },
  PACKAGE_DAMAGED: { sentence: (detail) => `校验没有通过：送审包不完整${detail}。让对方重新发一份。`, status: 1 },
  PACKAGE_UNSAFE: { sentence: (detail) => `校验没有通过：送审包里有不该有的内容${detail}。让对方重新发一份。`, status: 1 },
  PACKAGE_TAMPERED: { sentence: (detail) => `校验没有通过：送审包的内容和签名对不上${detail}，可能被改动过。让对方重新发一份。`, status: 1 },
  PACKAGE_NEWER: { sentence: () => '校验没有完成：送审包由更新版本的乡约制作。升级本机的乡约后再试。', status: 1 },
};

/** Whether a file is a package at all, whole or not: a ZIP with a manifest. */
function isPackage(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.subarray(0, 2).toString('latin1') === 'PK' && view.includes('manifest.json');
}

const chineseTime = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** 2026年11月24日 10:00（北京时间） */
function timeText(instant: string): string {
  const parts = new Map(chineseTime.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${part('year')}年${part('month')}月${part('day')}日 ${part('hour')}:${part('minute')}（北京时间）`;
}

/**
 * `verify PACKAGE`: checks signature, hashes and text of a .xiangyue package and prints who signed what.
 * Resolves to the exit status: 0 everything fits, 1 the package does not verify, 2 no such file or no package.
 */
export async function verifyCommand(args: string[], io: CommandIo): Promise<number> {
  const [path] = args;
  if (path === undefined || path === '' || args.length !== 1) {
    io.writeError('用法：verify 送审包，减号表示从标准输入读取。\n');
    return 2;
  }
  try {
    const bytes = await readInput(path, io);
    if (bytes.length > 0 && !isPackage(bytes)) {
      throw new CommandRefusal(`${path}：这个文件不是送审包。送审包是乡约导出的 .xiangyue 文件。`);
    }
    const opened = openPackage(bytes);
    const { kind, payload } = packagePayload(opened);
    const { sender, createdAt, parts } = opened.manifest;
    const lines = [
      '校验通过：签名、各部分和文本都对得上。',
      `制作：${sender.office} ${sender.person}`,
      `识别码：${fingerprint(sender.publicKey)}`,
      `时间：${timeText(createdAt)}`,
      `内容：${kind === 'submission' ? `送审包，${payload.village}第 ${payload.versionNumber} 版，第 ${payload.round} 轮` : `审查意见书 ${payload.opinionNumber}，结论：${conclusionNames[payload.conclusion]}`}`,
      `部分：${parts.map((part) => part.path).join('、')}`,
      `文本校验值：${payload.contentHash}`,
      `校验码：${verificationCode(payload.contentHash)}`,
    ];
    io.write(`${lines.join('\n')}\n`);
    return 0;
  } catch (error) {
    const failure = error instanceof DomainError ? failures[error.code] : undefined;
    if (!(error instanceof DomainError) || failure === undefined) return refuse(error, io);
    io.writeError(`${path}：${failure.sentence(error.detail === undefined ? '' : `（${error.detail}）`)}\n`);
    return failure.status;
  }
}

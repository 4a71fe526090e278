import { readFile } from 'node:fs/promises';
import { openPackage } from '#backend/exchange/openPackage.ts';
import { packagePayload } from '#backend/exchange/packagePayload.ts';
import { fingerprint } from '#backend/exchange/signingKey.ts';
import { type CommandIo } from '#cli/command.ts';
import { errorText } from '#contract/errors.ts';
import { conclusionNames } from '#contract/names.ts';
import { verificationCode } from '#core/document/verificationCode.ts';
import { DomainError } from '#core/errors.ts';

const readFailures: Record<string, string> = {
  ENOENT: '没有这个文件',
  EISDIR: '这是文件夹，不是文件',
  EACCES: '没有读取权限',
};

async function readInput(path: string, io: CommandIo): Promise<Uint8Array | undefined> {
  if (path === '-') return io.stdin();
  try {
    return await readFile(path);
  } catch (error) {
    const failure = error instanceof Error && 'code' in error ? readFailures[String(error.code)] : undefined;
    if (failure === undefined) throw error;
    io.writeError(`${path}：${failure}。\n`);
    return undefined;
  }
}

/**
 * `verify PACKAGE`: checks signature, hashes and text of a .xiangyue package and prints who signed what.
 * Resolves to the exit status: 0 everything fits, 1 the package does not verify, 2 no such file.
 */
export async function verifyCommand(args: string[], io: CommandIo): Promise<number> {
  const [path] = args;
  if (path === undefined || path === '' || args.length !== 1) {
    io.writeError('用法：verify 送审包，减号表示从标准输入读取。\n');
    return 2;
  }
  const bytes = await readInput(path, io);
  if (bytes === undefined) return 2;
  try {
    const opened = openPackage(bytes);
    const { kind, payload } = packagePayload(opened);
    const { sender, createdAt, parts } = opened.manifest;
    const lines = [
      '校验通过：签名、各部分和文本都对得上。',
      `制作：${sender.office} ${sender.person}`,
      `识别码：${fingerprint(sender.publicKey)}`,
      `时间：${createdAt}`,
      `内容：${kind === 'submission' ? `送审包，${payload.village}第 ${payload.versionNumber} 版，第 ${payload.round} 轮` : `审查意见书 ${payload.opinionNumber}，结论：${conclusionNames[payload.conclusion]}`}`,
      `部分：${parts.map((part) => part.path).join('、')}`,
      `文本校验值：${payload.contentHash}`,
      `校验码：${verificationCode(payload.contentHash)}`,
    ];
    io.write(`${lines.join('\n')}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    io.writeError(`${path}：${errorText(error.code, error.detail)}\n`);
    return 1;
  }
}

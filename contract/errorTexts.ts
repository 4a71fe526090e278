import type { ErrorCode } from '#core/errors.ts';

type ErrorText = {
  status: number;
  /** What happened, what is safe, what to do. {detail} is filled in where a detail is known. */
  text: string;
};

/** The Chinese sentence and the HTTP status of every expected failure; the command line prints the same sentences. */
export const errorTexts: Record<ErrorCode, ErrorText> = {
  NOT_REGISTERED: { status: 403, text: '还没有登记使用人。填写姓名、单位和岗位后再操作。' },
  NOT_FOUND: { status: 404, text: '没有找到{detail|这项内容}，可能已经移走。返回上一页重新打开。' },
  NOT_ALLOWED: { status: 403, text: '您现在的岗位不能做这一步：{detail|没有相应权限}。内容没有改动。' },
  BAD_INPUT: { status: 400, text: '填写的内容有问题：{detail|格式不对}。没有保存，改好后再试。' },
  CONFLICT: { status: 409, text: '这份内容已在另一处改过。您写的还在，重新打开后合并再保存。' },
  WRONG_STAGE: { status: 409, text: '现在还不能走这一步：{detail|前面的步骤没有办完}。内容没有改动。' },
  FILE_EMPTY: { status: 422, text: '这个文件是空的，没有导入任何内容。换一个文件再试。' },
  FILE_TOO_LARGE: { status: 413, text: '文件太大{detail|}，没有导入。文字稿一般不超过 20 兆，删去图片另存后再试。' },
  TEXT_TOO_LONG: { status: 413, text: '文字太长{detail|}，不像一份村规民约，没有导入。只留村规民约的正文，另存后再试。' },
  FILE_ENCRYPTED: { status: 422, text: '文件设了密码，读不出来，没有导入。在 Word 或 WPS 里去掉密码另存后再试。' },
  FILE_DAMAGED: { status: 422, text: '文件损坏，读不完整{detail|}，没有导入。重新拷贝或另存一份后再试。' },
  FILE_KIND_MISMATCH: { status: 422, text: '文件名的后缀和内容对不上{detail|}，没有导入。用原来的软件打开，另存为 Word 文档后再试。' },
  FILE_KIND_UNSUPPORTED: { status: 415, text: '还不能导入这种文件{detail|}。另存为 Word 文档或文本文件，或者复制文字后粘贴。' },
  FILE_WITHOUT_TEXT: { status: 422, text: '文件里没有读到文字{detail|}，没有导入。如果是图片，照着录入即可。' },
  FILE_ENCODING_UNKNOWN: { status: 422, text: '看不出文件的文字编码，没有导入。用记事本打开，另存为 UTF-8 后再试。' },
  FILE_UNSAFE: { status: 422, text: '文件内部结构异常{detail|}，为安全起见没有打开。找原作者要一份新的再试。' },
  FILE_TOO_SLOW: { status: 422, text: '文件读了很久还没有读完，已经停止，没有导入。删去图片和多余内容后再试。' },
  PACKAGE_DAMAGED: { status: 422, text: '送审包不完整{detail|}，没有导入。让对方重新发一份。' },
  PACKAGE_UNSAFE: { status: 422, text: '送审包里有不该有的内容{detail|}，为安全起见没有打开。让对方重新发一份。' },
  PACKAGE_TAMPERED: { status: 422, text: '送审包的内容和签名对不上{detail|}，可能被改动过，没有导入。让对方重新发一份。' },
  PACKAGE_NEWER: { status: 422, text: '送审包由更新版本的乡约制作，本机打不开，没有导入。升级本机的乡约后再试。' },
  PACKAGE_UNEXPECTED: { status: 422, text: '这个送审包和本机的记录对不上：{detail|没有对应的送审}。没有导入。' },
  PACKAGE_UNKNOWN_SENDER: { status: 409, text: '第一次收到{detail|这个单位}的送审包。核对对方的识别码后再接收。' },
  DATA_FOLDER_IN_USE: { status: 503, text: '数据文件夹正被另一个乡约使用。关掉那一个再启动，数据没有受影响。' },
  DATA_FOLDER_READ_ONLY: { status: 503, text: '数据文件夹不能写入，没有启动。换一个文件夹，或让管理员放开写入权限；原有数据没有受影响。' },
  DATA_FOLDER_NEWER: { status: 503, text: '数据由更新版本的乡约写成，这一版打不开，数据没有改动。安装新版本后再打开。' },
  DATA_FOLDER_DAMAGED: { status: 503, text: '数据文件检查没有通过{detail|}，没有打开，也没有改动。从每日备份恢复，备份在数据文件夹的“备份”里。' },
  DISK_FULL: { status: 507, text: '磁盘满了，刚才的内容没有存下。腾出空间后再保存，先不要关闭窗口。' },
  TYPESETTING_FAILED: { status: 500, text: '排版没有完成{detail|}。文字已经保存，稍后再试，或先导出 Word。' },
};

const detailPlaceholder = /\{detail\|([^}]*)\}/u;

/** The sentence for a code with its detail filled in; a detail that stands in no gap of its own goes into brackets. */
export function errorText(code: ErrorCode, detail?: string): string {
  const { text } = errorTexts[code];
  return text.replace(detailPlaceholder, (_match, fallback: string) => {
    if (detail === undefined || detail === '') return fallback;
    return fallback === '' ? `（${detail}）` : detail;
  });
}

/** What a person sees when a bug was logged under this reference. */
export function bugText(reference: string): string {
  return `程序错误（编号 ${reference}）。已经保存的内容没有受影响，重新打开后再试；仍不行时把编号告诉维护人员。`;
}

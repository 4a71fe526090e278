import type { ImportNote } from '#backend/documents/import/importNote.ts';
import type { RevisionChoice } from '#contract/imports.ts';

const outcomes: Record<RevisionChoice, string> = {
  keep: '还没有接受或拒绝：文字按修订后的样子读出，插入的在，删除的不在',
  accept: '已全部接受：插入的文字留下，删除的文字去掉',
  reject: '已全部拒绝：插入的文字去掉，删除的文字恢复',
};

/** What is said of a file with revisions and comments, by how many there are. */
export function revisionNotes(revisions: number, comments: number, choice: RevisionChoice): ImportNote[] {
  const notes: ImportNote[] = [];
  if (revisions > 0) notes.push({ code: 'revisions', text: `文件里有 ${revisions} 处修订，${outcomes[choice]}。` });
  if (comments > 0) notes.push({ code: 'comments', text: `文件里有 ${comments} 条批注，没有放进正文。` });
  return notes;
}

import { Button } from '#renderer/components/Button.tsx';
import { clockTime } from '#renderer/text/dates.ts';
import { errorSentence } from '#renderer/text/errorSentence.ts';
import type { SaveState } from './saving/DraftAutosave.ts';

/** Whether the words on the screen are on disk. */
export function SavedNote({ state, onMerge, onRetry }: { state: SaveState; onMerge: () => void; onRetry: () => void }) {
  switch (state.kind) {
    case 'saved':
      return <>已保存 {clockTime(state.savedAt)}</>;
    case 'unsaved':
      return <>有改动，即将保存</>;
    case 'saving':
      return <>正在保存</>;
    case 'failed':
      return (
        <span className="late" title={errorSentence(state.error)}>
          没有保存成功，稍后自动再试{' '}
          <Button kind="link" onClick={onRetry}>
            现在再试
          </Button>
        </span>
      );
    case 'conflict':
      return (
        <span className="late">
          另一处也改过，还没有保存{' '}
          <Button kind="link" onClick={onMerge}>
            去合并
          </Button>
        </span>
      );
  }
}

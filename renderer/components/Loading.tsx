/** Said aloud to a screen reader and shown in plain words; nothing moves. */
export function Loading({ what = '正在打开' }: { what?: string }) {
  return (
    <output className="loading">
      {what}……
    </output>
  );
}

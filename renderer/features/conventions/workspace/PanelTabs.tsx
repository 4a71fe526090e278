export type PanelKey = 'findings' | 'comments' | 'annotations' | 'suggestions';

const allNames: readonly { key: PanelKey; name: string }[] = [
  { key: 'findings', name: '预审' },
  { key: 'comments', name: '意见' },
  { key: 'annotations', name: '批注' },
  { key: 'suggestions', name: '修订' },
];

/** A count left out: there is no such panel. */
type PanelTabsProps = { panel: PanelKey; counts: Partial<Record<PanelKey, number>>; onChoose: (panel: PanelKey) => void };

/** The panels beside the text; the arrow keys go from one to the next. */
export function PanelTabs({ panel, counts, onChoose }: PanelTabsProps) {
  const names = allNames.filter(({ key }) => counts[key] !== undefined);
  const step = (by: number) => {
    const index = names.findIndex(({ key }) => key === panel);
    const next = names[(index + by + names.length) % names.length];
    if (next === undefined) return;
    onChoose(next.key);
    document.getElementById(`panel-${next.key}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label="预审、意见和批注">
      {names.map(({ key, name }) => (
        <button
          key={key}
          id={`panel-${key}`}
          type="button"
          role="tab"
          aria-selected={key === panel}
          aria-controls="workspace-panel"
          tabIndex={key === panel ? 0 : -1}
          onClick={() => onChoose(key)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') step(1);
            if (event.key === 'ArrowLeft') step(-1);
          }}
        >
          {name} {counts[key]}
        </button>
      ))}
    </div>
  );
}

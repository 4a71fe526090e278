import type { Ref } from 'react';
import { severityNames } from '#contract/names.ts';
import type { Finding } from '#core/legality/rule.ts';
import { Button } from '#renderer/components/Button.tsx';
import { severityClasses } from '#renderer/editor/plugins/findingsPlugin.ts';

type FindingCardProps = {
  ref?: Ref<HTMLElement> | undefined;
  finding: Finding;
  /** 第六条, or the name of the part */
  place: string;
  isOpen: boolean;
  /** 第 1 处，共 3 处 */
  order: string;
  onOpen: () => void;
  onShow: () => void;
  onApply: () => void;
  onDismiss: () => void;
};

function lawName(law: string): string {
  return law.startsWith('《') ? law : `《${law}》`;
}

/** One hint of the pre-check: what, why, on which basis, and the wording to take over. */
export function FindingCard({ ref, finding, place, isOpen, order, onOpen, onShow, onApply, onDismiss }: FindingCardProps) {
  const kind = severityClasses[finding.severity];
  return (
    <article ref={ref} className={`panel card ${isOpen ? 'cur' : 'fold'}`}>
      <header>
        <span className={`kind ${kind}`}>
          <i className={`mk ${kind}`} aria-hidden="true" />
          {severityNames[finding.severity]}
        </span>
        <button type="button" className="place" onClick={onShow} disabled={finding.articleId === undefined}>
          {place}
        </button>
        {isOpen ? (
          <span className="sm dimmer order">{order}</span>
        ) : (
          <Button kind="flat" className="btn flat more" aria-label={`展开：${place}，${finding.message}`} onClick={onOpen}>
            展开
          </Button>
        )}
      </header>
      {finding.quote !== '' && <q className="quote">{finding.quote}</q>}
      <p>{finding.message}</p>
      {isOpen && (
        <>
          <dl>
            {finding.basis.length > 0 && (
              <>
                <dt>依据</dt>
                <dd>
                  {finding.basis.map(({ law, article }) => (
                    <div key={`${law}${article}`}>
                      {lawName(law)}
                      {article}
                    </div>
                  ))}
                </dd>
              </>
            )}
            <dt>{finding.replacement === undefined ? '建议' : '改为'}</dt>
            <dd className="new">{finding.replacement?.text ?? finding.suggestion}</dd>
          </dl>
          <div className="acts">
            {finding.replacement !== undefined && (
              <Button kind="primary" onClick={onApply}>
                采用
              </Button>
            )}
            <Button onClick={onDismiss}>不采用并说明</Button>
          </div>
        </>
      )}
    </article>
  );
}

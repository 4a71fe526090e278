import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { articlesOf } from '#core/document/articlesOf.ts';
import type { Article, ConventionDocument } from '#core/document/document.ts';
import { Button } from '#renderer/components/Button.tsx';
import { DocumentView } from '#renderer/components/DocumentView.tsx';
import { readingName } from './readingName.ts';
import type { ImportReading } from './useImportReading.ts';

/** Punctuation and spaces around a printed number say nothing about a difference. */
function plainLabel(label: string): string {
  return label.replaceAll(/[\s\p{P}]/gu, '');
}

/** 5 章 21 条 */
function sizeOf(document: ConventionDocument): string {
  const chapters = document.content.filter((part) => part.type === 'chapter').length;
  const articles = articlesOf(document).length;
  return chapters === 0 ? `${articles} 条` : `${chapters} 章 ${articles} 条`;
}

type ResultPaneProps = {
  reading: ImportReading;
  /** ids of articles, chapters and sections in the order in which they stand */
  parts: readonly string[];
  part: string | undefined;
  sheetRef: RefObject<HTMLElement | null>;
  onChoose: (part: string) => void;
  /** Enter: on to the lines that the chosen part was read from. */
  onFollow: () => void;
  /** stands above the text */
  children: ReactNode;
};

/** What was understood: the text with computed numbers. The arrow keys move the choice from part to part. */
export function ResultPane({ reading, parts, part, sheetRef, onChoose, onFollow, children }: ResultPaneProps) {
  const { parsed, numbering, decisions } = reading;
  const other = parsed.readings.findIndex((_, index) => index !== decisions.reading);
  const offered = parsed.readings[other];
  const followsKeys = useRef(false);

  useEffect(() => {
    const element = part === undefined ? null : (sheetRef.current?.querySelector(`[data-part="${part}"]`) ?? null);
    element?.scrollIntoView({ block: 'nearest' });
    if (followsKeys.current) element?.querySelector('button')?.focus({ preventScroll: true });
    followsKeys.current = false;
  }, [part, sheetRef]);

  function printedNumber(article: Article) {
    const printed = parsed.labels.get(article.attrs.id);
    const computed = numbering.labels.get(article.attrs.id) ?? '';
    if (printed === undefined || plainLabel(printed) === plainLabel(computed)) return null;
    return <small>{printed === '' ? '原文没有编号' : `原文是${printed}`}</small>;
  }

  function press(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      event.preventDefault();
      onFollow();
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const index = part === undefined ? -1 : parts.indexOf(part);
    const next = parts[event.key === 'ArrowDown' ? index + 1 : Math.max(0, index - 1)];
    if (next === undefined || next === part) return;
    followsKeys.current = true;
    onChoose(next);
  }

  return (
    <section className="result" aria-label="读出的条文">
      <h2>
        读出的条文<span className="sm dim">{sizeOf(parsed.document)}</span>
      </h2>
      {offered !== undefined && (
        <p className="other-reading">
          <span>也可以读成：{readingName(offered)}</span>
          <Button
            onClick={() => {
              reading.chooseReading(other);
            }}
          >
            换一种读法
          </Button>
        </p>
      )}
      {children}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- the numbers inside are buttons, from which these keys and presses come */}
      <article
        ref={sheetRef}
        className="sheet"
        onKeyDown={press}
        onClick={(event) => {
          const pressed = event.target instanceof Element ? event.target.closest('[data-part]')?.getAttribute('data-part') : undefined;
          if (pressed !== undefined && pressed !== null) onChoose(pressed);
        }}
      >
        <DocumentView document={parsed.document} remarkOf={printedNumber} choice={{ chosen: part, tabStop: part ?? parts[0], onChoose }} />
      </article>
    </section>
  );
}

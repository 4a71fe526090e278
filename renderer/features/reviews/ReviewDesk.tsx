import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReviewDetail } from '#contract/reviews.ts';
import type { Article } from '#core/document/document.ts';
import type { Numbering } from '#core/document/numberDocument.ts';
import type { Annotation } from '#core/review/review.ts';
import { Button } from '#renderer/components/Button.tsx';
import { AnnotationCard } from './AnnotationCard.tsx';
import { addBasis } from './annotationDraft.ts';
import { AnnotationForm } from './AnnotationForm.tsx';
import { CarriedAnswers } from './CarriedAnswers.tsx';
import { CarriedComments } from './CarriedComments.tsx';
import { DeskHead } from './DeskHead.tsx';
import { FindingHint, type CarriedFinding } from './FindingHint.tsx';
import { kindOfSeverity } from './markClasses.ts';
import { NoteLines } from './NoteLines.tsx';
import { draftMarkId, ReviewArticle } from './ReviewArticle.tsx';
import { placeAnnotations, reviewedArticles } from './reviewArticles.ts';
import { ReviewDocument } from './ReviewDocument.tsx';
import { useAnnotationDraft } from './useAnnotationDraft.ts';
import { useCarriedBases } from './useCarriedBases.ts';
import { useNoteLayout } from './useNoteLayout.ts';
import type { AnnotationInput } from './useReview.ts';
import { usePreviousRound } from './usePreviousRound.ts';
import { useTextSelection } from './useTextSelection.ts';

type ReviewDeskProps = {
  review: ReviewDetail;
  isReadOnly: boolean;
  isSaving: boolean;
  onSave: (annotation: AnnotationInput) => Promise<unknown>;
  onRemove: (annotationId: string) => Promise<unknown>;
};

/** The article that a key leads to from the article at `index`, of `count`; undefined for other keys and beyond the ends. */
function indexAfter(key: string, index: number, count: number): number | undefined {
  const steps: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: count - 1 };
  return steps[key];
}

/** The text under review with its annotations beside it, in one scroll. */
export function ReviewDesk({ review, isReadOnly, isSaving, onSave, onRemove }: ReviewDeskProps) {
  const desk = useRef<HTMLDivElement>(null);
  const [openId, setOpenId] = useState<string | undefined>(undefined);
  const [reachedId, setReachedId] = useState<string | undefined>(undefined);
  const [showsHints, setShowsHints] = useState(true);
  const [showsChanges, setShowsChanges] = useState(true);
  const [showsAnswers, setShowsAnswers] = useState(false);
  const previous = usePreviousRound(review);

  const articles = useMemo(() => reviewedArticles(review.document), [review.document]);
  const byId = useMemo(() => new Map(articles.map((article) => [article.id, article])), [articles]);
  const order = useMemo(() => articles.map(({ id }) => id), [articles]);
  const textOf = useMemo(() => (articleId: string) => byId.get(articleId)?.text ?? '', [byId]);
  const placed = useMemo(() => placeAnnotations(review.annotations, articles), [review.annotations, articles]);
  const bases = useCarriedBases(review);
  const [selection, clearSelection] = useTextSelection(desk, order, textOf, !isReadOnly);

  const focusNumber = (articleId: string, preventScroll: boolean) => {
    desk.current?.querySelector<HTMLElement>(`[data-number="${CSS.escape(articleId)}"]`)?.focus({ preventScroll });
  };
  const writing = useAnnotationDraft({
    reviewId: review.id,
    isReadOnly,
    textOf,
    contentHash: review.contentHash,
    onSave,
    onRemove,
    onBegun: ({ id }) => {
      clearSelection();
      setOpenId(id);
    },
    // The keyboard goes on at the article from which the annotation was begun.
    onEnded: (articleId) => {
      focusNumber(articleId, true);
    },
  });
  const { draft } = writing;

  const beginOn = (articleId: string, from: number, to: number) => {
    writing.begin({ articleId, from, to, kind: 'mustChange', text: '', basis: [], suggestion: '' });
  };
  const rangeOf = (finding: CarriedFinding, articleId: string): [number, number] => {
    const at = finding.quote === '' ? -1 : textOf(articleId).indexOf(finding.quote);
    return at === -1 ? [0, 0] : [at, at + finding.quote.length];
  };
  const takeFinding = (finding: CarriedFinding, articleId: string) => {
    const [from, to] = rangeOf(finding, articleId);
    const kind = kindOfSeverity[finding.severity];
    writing.begin({ articleId, from, to, kind, text: finding.message, basis: finding.basis, suggestion: '' });
  };
  const edit = ({ id, anchor, kind, text, basis, suggestion }: Annotation) => {
    const mark = placed.find(({ annotation }) => annotation.id === id)?.mark;
    writing.begin({ id, articleId: anchor.articleId, from: mark?.from ?? 0, to: mark?.to ?? 0, kind, text, basis, suggestion });
  };
  const moveFrom = (articleId: string, key: string): boolean => {
    const target = order[indexAfter(key, order.indexOf(articleId), order.length) ?? -1];
    if (target === undefined) return false;
    focusNumber(target, false);
    return true;
  };

  const marks = placed.flatMap(({ annotation, mark }) => {
    if (mark === undefined) return [];
    const isDrafted = draft !== undefined && draft.id === mark.id;
    const shown = isDrafted ? { ...mark, kind: draft.kind, from: draft.from, to: draft.to } : mark;
    return [{ ...shown, articleId: annotation.anchor.articleId }];
  });
  if (draft !== undefined && draft.id === undefined) {
    const { articleId, kind, from, to } = draft;
    marks.push({ id: draftMarkId, number: placed.length + 1, kind, from, to, articleId });
  }
  const draftId = draft === undefined ? undefined : (draft.id ?? draftMarkId);
  const layout = useNoteLayout(
    desk,
    marks.map(({ id }) => id),
    JSON.stringify([review.contentHash, marks, openId, draftId, showsHints, showsChanges, showsAnswers, previous?.reviewId, isReadOnly]),
  );

  // A note may have been pushed out of sight by those above it; it is shown once it has its place.
  const shownId = draftId ?? openId;
  const isWriting = draft !== undefined;
  const shownTop = shownId === undefined ? undefined : layout.tops[shownId];
  useEffect(() => {
    if (shownId === undefined || shownTop === undefined) return;
    const note = desk.current?.querySelector(isWriting ? '.rv-form' : `[data-note="${CSS.escape(shownId)}"]`);
    note?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [shownId, shownTop, isWriting]);

  const renderArticle = (article: Article, numbering: Numbering) => {
    const { id } = article.attrs;
    const findings = showsHints ? review.findings.filter((finding) => finding.articleId === id) : [];
    return (
      <>
        <ReviewArticle
          article={article}
          numbering={numbering}
          marks={marks.filter(({ articleId }) => articleId === id)}
          change={showsChanges ? previous?.changes.get(id) : undefined}
          openId={openId}
          isReached={id === (reachedId ?? order[0])}
          isReadOnly={isReadOnly}
          onOpen={setOpenId}
          onAnnotate={() => {
            beginOn(id, 0, 0);
          }}
          onReach={() => {
            setReachedId(id);
          }}
          onMove={(key) => moveFrom(id, key)}
        />
        {findings.map((finding, index) => {
          const [from, to] = rangeOf(finding, id);
          const taken = placed.find(
            ({ annotation, mark }) => annotation.anchor.articleId === id && mark !== undefined && mark.from < to && mark.to > from,
          );
          return (
            <FindingHint
              key={index}
              finding={finding}
              taken={taken?.number}
              onShow={() => {
                setOpenId(taken?.annotation.id);
              }}
              onTake={
                isReadOnly
                  ? undefined
                  : () => {
                      takeFinding(finding, id);
                    }
              }
            />
          );
        })}
      </>
    );
  };
  const wholeFindings = showsHints
    ? review.findings.filter((finding) => finding.articleId === undefined || !byId.has(finding.articleId))
    : [];

  return (
    <div className="rv-scroll">
      <div className="rv-desk" ref={desk} style={{ minHeight: layout.height + 24 }}>
        <DeskHead
          review={review}
          articleCount={articles.length}
          previous={previous}
          showsChanges={showsChanges}
          onToggleChanges={() => {
            setShowsChanges(!showsChanges);
          }}
          isReadOnly={isReadOnly}
          showsHints={showsHints}
          onToggleHints={() => {
            setShowsHints(!showsHints);
          }}
          showsAnswers={showsAnswers}
          onToggleAnswers={() => {
            setShowsAnswers(!showsAnswers);
          }}
        />
        {showsAnswers && review.answers.length > 0 && <CarriedAnswers answers={review.answers} />}
        <section className="sheet rv-sheet" aria-label="送审文本">
          {(review.note !== '' || wholeFindings.length > 0) && (
            <div className="rv-lead">
              {review.note !== '' && (
                <p>
                  <span className="dim">送审说明</span>　{review.note}
                </p>
              )}
              {wholeFindings.map((finding, index) => (
                <FindingHint key={index} finding={finding} />
              ))}
            </div>
          )}
          <ReviewDocument document={review.document} renderArticle={renderArticle} />
        </section>
        <div className="rv-notes">
          {placed
            .filter(({ annotation, mark }) => mark !== undefined && annotation.id !== draft?.id)
            .map(({ annotation, number, label, isLost }) => (
              <div key={annotation.id} className="rv-slot" style={{ top: layout.tops[annotation.id] ?? 0 }}>
                <AnnotationCard
                  annotation={annotation}
                  number={number}
                  label={label}
                  isOpen={annotation.id === openId}
                  isLost={isLost}
                  isReadOnly={isReadOnly}
                  onOpen={() => {
                    setOpenId(annotation.id === openId ? undefined : annotation.id);
                  }}
                  onEdit={() => {
                    edit(annotation);
                  }}
                  onRemove={() => void writing.remove(annotation)}
                />
              </div>
            ))}
          {draft !== undefined && draftId !== undefined && (
            <div key={draftId} className="rv-slot" style={{ top: layout.tops[draftId] ?? 0 }}>
              <AnnotationForm
                key={`${draftId} ${draft.articleId}`}
                draft={draft}
                label={byId.get(draft.articleId)?.label ?? ''}
                text={textOf(draft.articleId)}
                carriedBasis={bases.basesOn(draft.articleId)}
                laws={bases.laws}
                isSaving={isSaving}
                error={writing.error}
                onChange={writing.change}
                onTakeBasis={() => {
                  writing.change({ basis: addBasis(draft.basis, bases.basesOn(draft.articleId)) });
                }}
                onSave={() => void writing.save()}
                onCancel={writing.cancel}
              />
            </div>
          )}
        </div>
        <NoteLines layout={layout} marks={marks} openId={shownId} />
        {selection !== undefined && draft === undefined && (
          <div className="rv-float" style={{ left: selection.left, top: selection.top }}>
            <Button
              kind="primary"
              // A press would otherwise take the selection away before the click.
              onMouseDown={(event) => {
                event.preventDefault();
              }}
              onClick={() => {
                beginOn(selection.articleId, selection.from, selection.to);
              }}
            >
              加批注
            </Button>
          </div>
        )}
      </div>
      <CarriedComments comments={review.comments} />
    </div>
  );
}

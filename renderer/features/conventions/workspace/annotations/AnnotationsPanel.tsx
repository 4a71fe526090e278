import { useMutation, useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/react';
import { useEffect, useMemo, useState } from 'react';
import { annotationKindNames, answerNames, aspectNames, conclusionNames } from '#contract/names.ts';
import type { Opinion } from '#contract/reviews.ts';
import { contentHash } from '#core/document/contentHash.ts';
import { reviewAspects } from '#core/review/review.ts';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { annotationPlaces, setAnnotations } from '#renderer/editor/plugins/annotationsPlugin.ts';
import { choosePackage } from '#renderer/features/packages/choosePackage.ts';
import { shortDate } from '#renderer/text/dates.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { bytesOf, native } from '#renderer/transport/native.ts';
import { selectRange } from '../selectRange.ts';
import { useSettledState } from '../useSettledState.ts';
import type { EditorSnapshot } from '../useEditorSnapshot.ts';
import { AnswerForm } from './AnswerForm.tsx';

type Annotation = Opinion['annotations'][number];

const kindClasses = { unlawful: 'bad', mustChange: 'must', advice: 'adv', wording: 'word' } as const;

/** Every opinion on a convention, the newest first. */
export function useOpinions(conventionId: string) {
  return useQuery(api.opinions.list.queryOptions({ input: { conventionId } }));
}

/** Keeps an opinion's annotations marked in the text, whichever panel is open. */
export function useAnnotationMarks(editor: Editor, opinion: Opinion | undefined): void {
  useEffect(() => {
    const anchored = opinion?.annotations.map(({ id, kind, anchor }) => ({ id, kind, anchor })) ?? [];
    const { dom } = editor.view;
    const show = () => {
      if (!editor.isDestroyed) editor.view.dispatch(setAnnotations(editor.state, anchored));
    };
    if (!editor.view.composing) {
      show();
      return undefined;
    }
    // Marks drawn into a word that is being composed would break it off.
    const afterComposition = () => setTimeout(show);
    dom.addEventListener('compositionend', afterComposition, { once: true });
    return () => dom.removeEventListener('compositionend', afterComposition);
  }, [editor, opinion]);
}

const placeTexts = { inPlace: '', moved: '原文改过，位置按内容找到', whole: '对整条', lost: '' } as const;

function readStates({ state }: Editor) {
  return Object.fromEntries(annotationPlaces(state).map((place) => [place.id, place.state]));
}

type CardProps = { editor: Editor; opinionId: string; annotation: Annotation; label: string; state: keyof typeof placeTexts };

function AnnotationCard({ editor, opinionId, annotation, label, state }: CardProps) {
  const [isAnswering, setIsAnswering] = useState(false);
  const { kind, text, suggestion, basis, answer, anchor } = annotation;
  const show = () => {
    const place = annotationPlaces(editor.state).find(({ id }) => id === annotation.id);
    if (place !== undefined && 'from' in place) selectRange(editor, place);
  };
  return (
    <article className={`panel card ${answer === null ? 'cur' : ''}`}>
      <header>
        <span className={`kind ${kindClasses[kind]}`}>
          <i className={`mk ${kindClasses[kind]}`} aria-hidden="true" />
          {annotationKindNames[kind]}
        </span>
        <button type="button" className="place" disabled={state === 'lost' || state === 'whole'} onClick={show}>
          {label}
        </button>
      </header>
      {anchor.quote !== '' && <q className="quote">{anchor.quote}</q>}
      {placeTexts[state] !== '' && <p className="sm dim">{placeTexts[state]}</p>}
      <p>{text}</p>
      {(basis.length > 0 || suggestion !== '') && (
        <dl>
          {basis.length > 0 && (
            <>
              <dt>依据</dt>
              <dd>
                {basis.map(({ law, article }) => (
                  <div key={`${law}${article}`}>
                    {law.startsWith('《') ? law : `《${law}》`}
                    {article}
                  </div>
                ))}
              </dd>
            </>
          )}
          {suggestion !== '' && (
            <>
              <dt>改为</dt>
              <dd className="new">{suggestion}</dd>
            </>
          )}
        </dl>
      )}
      {answer !== null && !isAnswering && (
        <p className="reply">
          <b>{answerNames[answer.answer]}</b>
          {answer.text !== '' && `：${answer.text}`}
        </p>
      )}
      {isAnswering ? (
        <AnswerForm opinionId={opinionId} annotation={annotation} onDone={() => setIsAnswering(false)} />
      ) : (
        <div className="acts">
          <Button kind={answer === null ? 'primary' : 'plain'} onClick={() => setIsAnswering(true)}>
            {answer === null ? '答复' : '更正答复'}
          </Button>
        </div>
      )}
    </article>
  );
}

function OpinionHead({ opinion, presentHash }: { opinion: Opinion; presentHash: string }) {
  const { today } = useInstallation();
  const print = useMutation({
    mutationFn: async () => {
      const file = await client.documents.opinion({ opinionId: opinion.id, format: 'pdf' });
      await native.openPdf(file.name, await bytesOf(file));
    },
  });
  const isPresent = presentHash === opinion.contentHash;
  const tone = !opinion.isClearing ? 'bad' : isPresent ? 'good' : 'must';
  return (
    <section className="opinion" aria-label="合法性审查意见书">
      <h3>
        第 {opinion.round} 轮意见书：{conclusionNames[opinion.conclusion]}
        {opinion.form === 'paper' && <span className="tag">纸质</span>}
      </h3>
      <p className="sm dim">
        {opinion.office} {opinion.reviewer}，{shortDate(opinion.issuedOn, today)}
        {opinion.opinionNumber !== '' && `，${opinion.opinionNumber}`}
        {opinion.versionNumber !== null && `，审的是第 ${opinion.versionNumber} 版`}
      </p>
      <div className={`note ${tone}`}>
        <p>
          {!opinion.isClearing && '这一版没有通过审查，改好后重新送审。'}
          {opinion.isClearing && isPresent && '现在的草案就是审查通过的文本。'}
          {opinion.isClearing && !isPresent && '草案在审查以后改过，现在的文本还没有通过审查。改动要重新送审。'}
        </p>
      </div>
      <dl className="facts">
        {reviewAspects.map((aspect) => {
          const result = opinion.aspects[aspect];
          if (result === undefined) return null;
          return (
            <div key={aspect} className="fact">
              <dt>{aspectNames[aspect]}</dt>
              <dd>
                {result.result === 'pass' ? '没有问题' : <b>有问题</b>}
                {result.remark !== '' && `：${result.remark}`}
              </dd>
            </div>
          );
        })}
      </dl>
      {opinion.remark !== '' && <p className="words">{opinion.remark}</p>}
      {opinion.form === 'electronic' && (
        <Button kind="flat" disabled={print.isPending} onClick={() => print.mutate()}>
          查看意见书
        </Button>
      )}
      {print.error !== null && <ErrorNote error={print.error} />}
    </section>
  );
}

type AnnotationsPanelProps = {
  editor: Editor;
  snapshot: EditorSnapshot;
  opinions: readonly Opinion[];
  /** the one whose annotations are marked in the text */
  opinion: Opinion | undefined;
  error: unknown;
  /** the text in force was registered as such and came through no review here */
  isRegistered: boolean;
  onChoose: (opinionId: string) => void;
  onRegisterPaper: () => void;
};

/** 批注: the reviewer's conclusion and annotations beside the text, each with its answer. */
export function AnnotationsPanel({ editor, snapshot, opinions, opinion, error, isRegistered, onChoose, onRegisterPaper }: AnnotationsPanelProps) {
  const presentHash = useMemo(() => contentHash(snapshot.document).sha256, [snapshot.document]);
  const states = useSettledState(editor, readStates);
  const annotations = opinion?.annotations ?? [];
  const lost = annotations.filter(({ id }) => states[id] === 'lost');
  const placed = annotations.filter(({ id }) => states[id] !== 'lost');
  const labelOf = ({ anchor, articleLabel }: Annotation) => snapshot.numbering.labels.get(anchor.articleId) || articleLabel || '全文';
  return (
    <>
      <div className="row panel-acts">
        <Button kind="action" onClick={() => void choosePackage()}>
          导入意见书
        </Button>
        <Button kind="flat" onClick={onRegisterPaper}>
          登记纸质意见书
        </Button>
      </div>
      {error !== null && <ErrorNote error={error} />}
      {opinion === undefined && error === null && <p className="dim">{isRegistered ? '这是登记的已施行文本，未经本系统审查。有盖章的审查意见书，在这里登记。' : '还没有收到审查意见书。收到意见书文件后在这里导入。'}</p>}
      {opinions.length > 1 && (
        <div className="seg" role="group" aria-label="哪一轮意见书">
          {opinions.map(({ id, round }) => (
            <button key={id} type="button" aria-pressed={id === opinion?.id} onClick={() => onChoose(id)}>
              第 {round} 轮
            </button>
          ))}
        </div>
      )}
      {opinion !== undefined && <OpinionHead opinion={opinion} presentHash={presentHash} />}
      {opinion !== undefined &&
        placed.map((annotation) => (
          <AnnotationCard
            key={annotation.id}
            editor={editor}
            opinionId={opinion.id}
            annotation={annotation}
            label={labelOf(annotation)}
            state={states[annotation.id] ?? 'whole'}
          />
        ))}
      {opinion !== undefined && lost.length > 0 && (
        <section aria-label="原文已经不在的批注">
          <h3>原文已经不在的批注 {lost.length}</h3>
          <p className="sm dim">批注针对的文字改掉或删掉了，批注留在这里。</p>
          {lost.map((annotation) => (
            <AnnotationCard key={annotation.id} editor={editor} opinionId={opinion.id} annotation={annotation} label={labelOf(annotation)} state="lost" />
          ))}
        </section>
      )}
    </>
  );
}

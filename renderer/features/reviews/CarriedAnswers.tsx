import { annotationKindNames, answerNames } from '#contract/names.ts';
import type { ReviewDetail } from '#contract/reviews.ts';
import { answersTitle } from './answersTitle.ts';
import { kindClasses } from './markClasses.ts';

type CarriedAnswer = ReviewDetail['answers'][number];

function answerSentence({ answer, words }: CarriedAnswer): string {
  if (answer === null) return '起草人还没有答复';
  return `起草人答复：${answerNames[answer]}${words === '' ? '' : `，${words}`}`;
}

/** What became of the annotations of earlier rounds, as it came with the submission. */
export function CarriedAnswers({ answers }: { answers: ReviewDetail['answers'] }) {
  return (
    <section className="rv-answers" aria-label={answersTitle(answers)}>
      <ul>
        {answers.map((carried, index) => (
          <li key={index}>
            <header>
              <span className="dim">第 {carried.round} 轮</span>
              <b>{carried.articleLabel === '' ? '原条文已删' : carried.articleLabel}</b>
              <span className={`kind ${kindClasses[carried.kind]}`}>{annotationKindNames[carried.kind]}</span>
              {carried.quote !== '' && <span className="doc-font">“{carried.quote}”</span>}
            </header>
            <p>{carried.text}</p>
            <p className={carried.answer === null ? 'dim' : undefined}>{answerSentence(carried)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

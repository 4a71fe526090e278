import { useState } from 'react';
import { revisionChoices, textEncodingNames, type ImportFacts, type RevisionChoice, type TextEncoding } from '#contract/imports.ts';
import { Button } from '#renderer/components/Button.tsx';
import type { ReadingChoices } from './source.ts';

const revisionNames: Record<RevisionChoice, { name: string; effect: string }> = {
  keep: { name: '保留', effect: '修订带进草案，添的字划线、删的字划掉，一处一处再接受或拒绝。' },
  accept: { name: '接受', effect: '添的字留下，删的字去掉，照改后的样子导入。' },
  reject: { name: '拒绝', effect: '添的字去掉，删的字放回来，照改前的样子导入。' },
};
const kindNames: Record<ImportFacts['revisions'][number]['kind'], string> = { insertion: '添', deletion: '删', move: '移' };

/** 3 处修订、5 条批注 */
function factsSentence({ revisions, comments }: ImportFacts): string {
  return [revisions.length > 0 && `${revisions.length} 处修订`, comments.length > 0 && `${comments.length} 条批注`].filter(Boolean).join('、');
}

/** Whether a file raises questions that are asked before its text is shown. */
export function isAsking({ revisions, comments, encodings }: ImportFacts): boolean {
  return revisions.length > 0 || comments.length > 0 || encodings.length > 0;
}

function Revisions({ facts, choice, onChoose }: { facts: ImportFacts; choice: RevisionChoice; onChoose: (choice: RevisionChoice) => void }) {
  return (
    <fieldset>
      <legend>这份文件里有 {factsSentence(facts)}，修订怎么处理</legend>
      {revisionChoices.map((value) => (
        <div key={value} className="choice">
          <input type="radio" id={`revisions-${value}`} name="revisions" checked={choice === value} onChange={() => onChoose(value)} aria-describedby={`revisions-${value}-effect`} />
          <div>
            <label htmlFor={`revisions-${value}`}>{revisionNames[value].name}</label>
            <p id={`revisions-${value}-effect`}>{revisionNames[value].effect}</p>
          </div>
        </div>
      ))}
    </fieldset>
  );
}

function Encodings({ facts, choice, onChoose }: { facts: ImportFacts; choice: TextEncoding | undefined; onChoose: (choice: TextEncoding) => void }) {
  return (
    <fieldset>
      <legend>这份文件的文字有 {facts.encodings.length} 种读法，选看得懂的那一种</legend>
      {facts.encodings.map(({ name, sample }) => (
        <div key={name} className="choice">
          <input type="radio" id={`encoding-${name}`} name="encoding" checked={choice === name} onChange={() => onChoose(name)} aria-describedby={`encoding-${name}-sample`} />
          <div>
            <label htmlFor={`encoding-${name}`} className="breakable">
              {textEncodingNames[name]}
            </label>
            <p id={`encoding-${name}-sample`} className="quote breakable">
              {sample}
            </p>
          </div>
        </div>
      ))}
    </fieldset>
  );
}

/** What somebody changed or remarked in the file, so that the person knows what he decides about. */
function FactList({ facts }: { facts: ImportFacts }) {
  return (
    <section className="fact-list" aria-label="修订和批注" tabIndex={0}>
      <ul>
        {facts.revisions.map(({ kind, author, text }, index) => (
          <li key={`revision ${index}`}>
            <b>{kindNames[kind]}</b>
            <span className="breakable">{text === '' ? '一段的结尾' : kind === 'deletion' ? <del>{text}</del> : <ins>{text}</ins>}</span>
            <span className="dim">{author}</span>
          </li>
        ))}
        {facts.comments.map(({ author, text, quote }, index) => (
          <li key={`comment ${index}`}>
            <b>批注</b>
            <span className="breakable">
              {/[\p{L}\p{N}]/u.test(quote) && `“${quote}”：`}
              {text}
            </span>
            <span className="dim">{author}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type ImportQuestionsProps = {
  name: string;
  facts: ImportFacts;
  onAnswer: (choices: ReadingChoices) => void;
  onStartOver: () => void;
};

/** What only a person can decide about a file, asked before its text is shown. */
export function ImportQuestions({ name, facts, onAnswer, onStartOver }: ImportQuestionsProps) {
  const [revisions, setRevisions] = useState<RevisionChoice>('keep');
  const [encoding, setEncoding] = useState(facts.encodings.find(({ chosen }) => chosen)?.name);
  const hasRevisions = facts.revisions.length > 0;
  return (
    <form
      className="page narrow import-questions"
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer({ ...(hasRevisions ? { revisions } : {}), ...(encoding === undefined ? {} : { encoding }) });
      }}
    >
      <div className="page-head">
        <h1 className="breakable">{name}</h1>
      </div>
      {hasRevisions && <Revisions facts={facts} choice={revisions} onChoose={setRevisions} />}
      {!hasRevisions && facts.comments.length > 0 && <p>这份文件里有 {factsSentence(facts)}。批注不放进正文，导入后在草案右边的“修订”里看。</p>}
      {facts.encodings.length > 0 && <Encodings facts={facts} choice={encoding} onChoose={setEncoding} />}
      {(hasRevisions || facts.comments.length > 0) && <FactList facts={facts} />}
      <div className="row">
        <Button onClick={onStartOver}>重新选择</Button>
        <Button kind="primary" big type="submit">
          接着读
        </Button>
      </div>
    </form>
  );
}

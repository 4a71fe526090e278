import type { Editor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import type { Article, Chapter, ConventionDocument, ConventionKind, Part } from '#core/document/document.ts';
import { renderText } from '#core/document/renderText.ts';
import { checkArticle } from '#core/legality/checkArticle.ts';
import { checkDocument } from '#core/legality/checkDocument.ts';
import { dismissalOf, type DismissedFinding } from '#core/legality/dismissalOf.ts';
import type { Finding, RuleSet } from '#core/legality/rule.ts';
import { FindingChecker } from '#renderer/editor/checking/FindingChecker.ts';
import { setFindings, type FindingResults } from '#renderer/editor/plugins/findingsPlugin.ts';
import { toDocument } from '#renderer/editor/schema/toDocument.ts';
import { scheduleInWindow } from './saving/scheduleInWindow.ts';

export type Findings = { articles: FindingResults; parts: readonly Finding[]; isChecked: boolean };

function withoutArticles(document: ConventionDocument): ConventionDocument {
  const isArticle = (node: { type: string }): node is Article => node.type === 'article';
  const content = document.content.flatMap((part): Part[] => {
    if (isArticle(part)) return [];
    if (part.type !== 'chapter') return [part];
    const lead: Chapter['content'] = part.content.filter((child) => child.type === 'heading' || child.type === 'paragraph');
    return [{ ...part, content: lead }];
  });
  return { ...document, content };
}

/** The parts are read on their own; what the text as a whole lacks is judged by the whole text. */
function checkParts(document: ConventionDocument, kind: ConventionKind, rules: RuleSet): readonly Finding[] {
  const text = renderText(document);
  const speaksOf = (message: string) =>
    rules.topics.some((topic) => topic.message === message && topic.words.some((word) => text.includes(word)));
  return checkDocument(withoutArticles(document), kind, rules).filter(
    (finding) => finding.part !== 'document' || finding.quote !== '' || !speaksOf(finding.message),
  );
}

function withoutDismissed(results: FindingResults, dismissals: readonly DismissedFinding[]): FindingResults {
  return new Map([...results].map(([id, found]) => [id, found.filter((finding) => dismissalOf(finding, dismissals) === undefined)]));
}

/** Runs the pre-check beside the typing and keeps its marks in the text. */
export function useFindings(
  editor: Editor,
  kind: ConventionKind,
  rules: RuleSet | undefined,
  dismissals: readonly DismissedFinding[],
): Findings {
  const [findings, setState] = useState<Findings>({ articles: new Map(), parts: [], isChecked: false });
  const setAside = useRef(dismissals);
  // What is set aside, or taken up again, changes the marks of a text that nobody touched.
  useEffect(() => {
    setAside.current = dismissals;
    if (editor.isDestroyed || editor.view.composing || findings.articles.size === 0) return;
    editor.view.dispatch(setFindings(editor.state, withoutDismissed(findings.articles, dismissals)));
  }, [editor, dismissals, findings.articles]);
  useEffect(() => {
    if (rules === undefined) return undefined;
    const checker = new FindingChecker({
      read: () => (editor.isDestroyed || editor.view.composing ? undefined : toDocument(editor.state.doc)),
      checkArticle: ({ text, heading }) => checkArticle({ text, heading, kind }, rules),
      checkParts: (document) => checkParts(document, kind, rules),
      onArticles(results) {
        editor.view.dispatch(setFindings(editor.state, withoutDismissed(results, setAside.current)));
        setState((before) => {
          const articles = new Map(before.articles);
          for (const [id, found] of results) {
            if (found.length === 0) articles.delete(id);
            else articles.set(id, found);
          }
          return JSON.stringify([...articles]) === JSON.stringify([...before.articles]) && before.isChecked
            ? before
            : { ...before, articles, isChecked: true };
        });
      },
      onParts(parts) {
        setState((before) => (JSON.stringify(parts) === JSON.stringify(before.parts) ? before : { ...before, parts }));
      },
      schedule: scheduleInWindow,
      now: () => performance.now(),
    });
    const onTransaction = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) checker.touch();
    };
    editor.on('transaction', onTransaction);
    const calledOff = scheduleInWindow(0, () => checker.restart());
    return () => {
      calledOff();
      checker.stop();
      editor.off('transaction', onTransaction);
    };
  }, [editor, kind, rules]);
  return findings;
}

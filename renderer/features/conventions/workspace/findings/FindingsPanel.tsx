import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Editor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import type { Dismissal } from '#contract/legality.ts';
import { partNames, severityNames } from '#contract/names.ts';
import { dismissalOf } from '#core/legality/dismissalOf.ts';
import { severities, type Finding } from '#core/legality/rule.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { showNotice } from '#renderer/components/notices.ts';
import { severityClasses } from '#renderer/editor/plugins/findingsPlugin.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { selectRange } from '../selectRange.ts';
import type { EditorSnapshot } from '../useEditorSnapshot.ts';
import type { Findings } from '../useFindings.ts';
import { applyFinding, findingRange } from './applyFinding.ts';
import { DismissDialog } from './DismissDialog.tsx';
import { FindingCard } from './FindingCard.tsx';
import { findingKey } from './findingKey.ts';
import { openFinding } from './openFinding.ts';
import { StructureHints } from './StructureHints.tsx';
import { orderedFindings } from './orderedFindings.ts';

type FindingsPanelProps = {
  editor: Editor;
  conventionId: string;
  snapshot: EditorSnapshot;
  findings: Findings;
  dismissals: readonly Dismissal[];
  currentId: string | undefined;
  hasRules: boolean;
};

/** 预审: what the automatic pre-check has to say while the text is written. */
export function FindingsPanel({ editor, conventionId, snapshot, findings, dismissals, currentId, hasRules }: FindingsPanelProps) {
  const queries = useQueryClient();
  const [openKey, setOpenKey] = useState<string>();
  const [dismissing, setDismissing] = useState<Finding>();
  const refresh = () => queries.invalidateQueries({ queryKey: api.legality.dismissals.key() });
  const dismiss = useMutation({
    mutationFn: ({ finding, reason }: { finding: Finding; reason: string }) =>
      client.legality.dismiss({ conventionId, rule: finding.rule, articleId: finding.articleId ?? null, quote: finding.quote, reason }),
    onSuccess: async () => {
      setDismissing(undefined);
      await refresh();
    },
  });
  const undismiss = useMutation({
    mutationFn: (dismissalId: string) => client.legality.undismiss({ dismissalId }),
    onSuccess: refresh,
  });
  const all = orderedFindings(findings, snapshot.articles);
  const listed = all.filter((finding) => dismissalOf(finding, dismissals) === undefined);
  const open = openFinding(listed, openKey, currentId);
  // What was chosen stays open until the cursor goes to another article.
  const [seenId, setSeenId] = useState(currentId);
  if (seenId !== currentId) {
    setSeenId(currentId);
    if (open?.articleId !== currentId) setOpenKey(undefined);
  }
  const openCard = useRef<HTMLElement>(null);
  const keyAtCursor = open?.articleId !== undefined && open.articleId === currentId ? findingKey(open) : undefined;
  useEffect(() => {
    // Nothing moves while an input method is composing.
    if (keyAtCursor !== undefined && !editor.view.composing) openCard.current?.scrollIntoView({ block: 'nearest' });
  }, [editor, keyAtCursor]);
  const placeOf = (finding: Finding) =>
    finding.articleId === undefined ? partNames[finding.part ?? 'document'] : (snapshot.numbering.labels.get(finding.articleId) || '这一条');
  const show = (finding: Finding) => {
    setOpenKey(findingKey(finding));
    const range = findingRange(editor.state, finding);
    if (range !== undefined) selectRange(editor, range);
  };
  const apply = (finding: Finding) => {
    const transaction = applyFinding(editor.state, finding);
    if (transaction === undefined) {
      showNotice('这句话已经改过，照着建议自己改即可。');
      return;
    }
    editor.view.dispatch(transaction.scrollIntoView());
    editor.view.focus();
    showNotice('已经照建议改好，再读一遍。不合适就点上面的“撤销”。');
  };
  return (
    <>
      <p className="sum">
        {severities.map((severity) => (
          <span key={severity} className={`kind ${severityClasses[severity]}`}>
            <i className={`mk ${severityClasses[severity]}`} aria-hidden="true" />
            {severityNames[severity]} {listed.filter((finding) => finding.severity === severity).length}
          </span>
        ))}
      </p>
      {!hasRules || !findings.isChecked ? <p className="dim">正在预审……</p> : null}
      {findings.isChecked && listed.length === 0 && <p className="dim">没有发现问题。预审是提示，最后以审查意见书为准。</p>}
      {listed.map((finding, index) => (
        <FindingCard
          key={`${findingKey(finding)}:${index}`}
          ref={finding === open ? openCard : undefined}
          finding={finding}
          place={placeOf(finding)}
          isOpen={finding === open}
          order={`第 ${index + 1} 处，共 ${listed.length} 处`}
          onOpen={() => show(finding)}
          onShow={() => show(finding)}
          onApply={() => apply(finding)}
          onDismiss={() => setDismissing(finding)}
        />
      ))}
      <StructureHints editor={editor} snapshot={snapshot} />
      {dismissals.length > 0 && (
        <section className="dismissed" aria-label="不采用的提示">
          <h3>不采用的提示 {dismissals.length}</h3>
          {dismissals.map((dismissal) => (
            <div key={dismissal.id} className="panel card">
              {dismissal.quote !== '' && <q className="quote">{dismissal.quote}</q>}
              <p>
                理由：{dismissal.reason}
                <span className="sm dimmer">（{dismissal.dismissedBy}）</span>
              </p>
              <Button kind="link" disabled={undismiss.isPending} onClick={() => undismiss.mutate(dismissal.id)}>
                收回，重新提示
              </Button>
            </div>
          ))}
        </section>
      )}
      {undismiss.error !== null && <ErrorNote error={undismiss.error} />}
      {dismissing !== undefined && (
        <DismissDialog
          finding={dismissing}
          error={dismiss.error}
          isPending={dismiss.isPending}
          onClose={() => setDismissing(undefined)}
          onDismiss={(reason) => dismiss.mutate({ finding: dismissing, reason })}
        />
      )}
    </>
  );
}

/** The hints that were set aside, of one convention. */
export function useDismissals(conventionId: string): readonly Dismissal[] {
  return useQuery(api.legality.dismissals.queryOptions({ input: { conventionId } })).data ?? [];
}

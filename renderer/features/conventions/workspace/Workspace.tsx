import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { EditorContent } from '@tiptap/react';
import { useCallback, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { dismissalOf } from '#core/legality/dismissalOf.ts';
import { openSuggestions } from '#core/document/suggestions/openSuggestions.ts';
import type { ConventionDetail } from '#contract/conventions.ts';
import type { Outputs } from '#contract/contract.ts';
import { Frame } from '#renderer/app/Frame.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { useConventionEditor } from '#renderer/editor/useConventionEditor.ts';
import { toDocument } from '#renderer/editor/schema/toDocument.ts';
import { choosePackage } from '#renderer/features/packages/choosePackage.ts';
import { FreezeDialog } from '#renderer/features/versions/FreezeDialog.tsx';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { AnnotationsPanel, useAnnotationMarks, useOpinions } from './annotations/AnnotationsPanel.tsx';
import { CommentsPanel, useComments } from './comments/CommentsPanel.tsx';
import { FindingsPanel, useDismissals } from './findings/FindingsPanel.tsx';
import { orderedFindings } from './findings/orderedFindings.ts';
import { PriorAdoptionDialog } from './priorAdoption/PriorAdoptionDialog.tsx';
import { Outline } from './Outline.tsx';
import { outlineRows } from './outlineRows.ts';
import { PlaceDialog } from './PlaceDialog.tsx';
import { PanelTabs, type PanelKey } from './PanelTabs.tsx';
import { SavedNote } from './SavedNote.tsx';
import { ConflictDialog } from './saving/ConflictDialog.tsx';
import { LeaveDialog } from './saving/LeaveDialog.tsx';
import { replaceDocument } from './saving/replaceDocument.ts';
import { useDraftAutosave } from './saving/useDraftAutosave.ts';
import { goTo } from './selectRange.ts';
import { FilingDialog } from './stages/FilingDialog.tsx';
import type { Step } from './stages/nextSteps.ts';
import { PaperOpinionDialog } from './stages/PaperOpinionDialog.tsx';
import { PublicationDialog } from './stages/PublicationDialog.tsx';
import { StageBar } from './stages/StageBar.tsx';
import { SubmitDialog } from './stages/SubmitDialog.tsx';
import { VoteDialog } from './stages/VoteDialog.tsx';
import { SuggestionsPanel, useOpenSuggestions } from './suggestions/SuggestionsPanel.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useCurrentArticle } from './useCurrentArticle.ts';
import { useEditorSnapshot } from './useEditorSnapshot.ts';
import { useFindings } from './useFindings.ts';

type OpenDialog = 'freeze' | 'submit' | 'vote' | 'filing' | 'publication' | 'priorAdoption' | 'paper' | 'place' | 'conflict';

type WorkspaceProps = {
  convention: ConventionDetail;
  opened: Outputs['drafts']['get'];
};

const rulesQuery = api.legality.rules.queryOptions({ staleTime: Number.POSITIVE_INFINITY });

/** The open convention. Typing draws the text alone; everything around it follows a little later. */
export function Workspace({ convention, opened }: WorkspaceProps) {
  const { id: conventionId, newestVersion } = convention;
  const queries = useQueryClient();
  const editor = useConventionEditor(opened.document);
  const { autosave, state: saveState } = useDraftAutosave(editor, conventionId, opened);
  const snapshot = useEditorSnapshot(editor);
  const currentId = useCurrentArticle(editor);
  const rules = useQuery(rulesQuery);
  const dismissals = useDismissals(conventionId);
  const findings = useFindings(editor, convention.kind, rules.data, dismissals);
  const comments = useComments(conventionId);
  const opinions = useOpinions(conventionId);
  const [opinionId, setOpinionId] = useState<string>();
  const opinion = opinions.data?.find(({ id }) => id === opinionId) ?? opinions.data?.[0];
  useAnnotationMarks(editor, opinion);
  const [panel, setPanel] = useState<PanelKey>(() => (openSuggestions(opened.document).length > 0 ? 'suggestions' : 'findings'));
  const suggestions = useOpenSuggestions(editor);
  const [fileComments, setFileComments] = useState(opened.fileComments);
  const hasSuggestions = opened.suggestions.length > 0 || fileComments.length > 0 || suggestions.length > 0;
  const [dialog, setDialog] = useState<OpenDialog>();
  const [seenConflict, setSeenConflict] = useState(saveState);
  if (saveState.kind === 'conflict' && seenConflict !== saveState) {
    setSeenConflict(saveState);
    setDialog('conflict');
  }
  const close = () => setDialog(undefined);
  const savedRevision = async () => {
    await autosave.flushOrThrow();
    return autosave.revision;
  };

  const perform = useMutation({
    mutationFn: async (step: Step) => {
      await autosave.flushOrThrow();
      return client.workflow.perform({ conventionId, action: step.action, note: '' });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: api.conventions.key() }),
  });
  const onStep = (step: Step) => {
    void autosave.flush();
    if (step.way === 'perform') perform.mutate(step);
    else setDialog(step.way);
  };
  const onGo = useCallback((id: string) => goTo(editor, id), [editor]);

  const commentCounts = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { articleId, withdrawnFor } of comments.data ?? []) {
      if (articleId !== null && withdrawnFor === null) counts.set(articleId, (counts.get(articleId) ?? 0) + 1);
    }
    return counts;
  }, [comments.data]);
  const listed = useMemo(
    () => orderedFindings(findings, snapshot.articles).filter((finding) => dismissalOf(finding, dismissals) === undefined),
    [findings, snapshot.articles, dismissals],
  );
  const rows = useMemo(() => {
    const byArticle = Map.groupBy(listed, (finding) => finding.articleId ?? '');
    return outlineRows(snapshot, commentCounts, byArticle);
  }, [snapshot, commentCounts, listed]);
  const commentTotal = comments.data?.filter(({ withdrawnFor }) => withdrawnFor === null).length ?? 0;
  // A draft that is word for word the newest version is printed as that version, with its opinion and its code.
  const printed = newestVersion === null || convention.draftChanged ? '' : `?version=${newestVersion.id}`;
  const draftNumber = (newestVersion?.number ?? 0) + (newestVersion === null || convention.draftChanged ? 1 : 0);

  return (
    <Frame
      title={convention.title}
      subtitle={[convention.township, convention.village].filter((part) => part !== '').join(' · ')}
      saved={<SavedNote state={saveState} onMerge={() => setDialog('conflict')} onRetry={() => void autosave.flush()} />}
      status={
        <>
          <span>{newestVersion !== null && !convention.draftChanged ? `第 ${draftNumber} 版` : `第 ${draftNumber} 版草稿`}</span>
          <span>
            {snapshot.chapterCount > 0 && `${snapshot.chapterCount} 章 `}
            {snapshot.articles.length} 条
          </span>
          <span>{snapshot.characterCount.toLocaleString('zh-CN')} 字</span>
          <span className="sp" />
          <span>
            <Link className="link" to={`/conventions/${conventionId}/versions`}>
              版本
            </Link>
          </span>
          {newestVersion !== null && convention.draftChanged && (
            <span>
              <Link className="link" to={`/conventions/${conventionId}/compare?old=${newestVersion.id}`}>
                与第 {newestVersion.number} 版比较
              </Link>
            </span>
          )}
          <span>
            <Link className="link" to={`/conventions/${conventionId}/print${printed}`}>
              打印预览
            </Link>
          </span>
        </>
      }
    >
      <div className="workspace fill">
        <StageBar
          convention={convention}
          isBusy={perform.isPending}
          onStep={onStep}
          onFreeze={() => setDialog('freeze')}
          onReceive={() => void choosePackage()}
          onRegisterPaper={() => setDialog('paper')}
          onCorrectPlace={() => setDialog('place')}
        />
        {perform.error !== null && (
          <div className="bar-note">
            <ErrorNote error={perform.error}>
              <Button kind="link" onClick={() => perform.reset()}>
                知道了
              </Button>
            </ErrorNote>
          </div>
        )}
        <div className="work">
          <Outline rows={rows} currentId={currentId} onChoose={onGo} />
          <section className="mid" aria-label="文本">
            <Toolbar editor={editor} />
            <div className="scroll">
              <EditorContent editor={editor} className="sheet" />
            </div>
          </section>
          <aside className="side" aria-label="预审、意见和批注">
            <PanelTabs
              panel={panel}
              counts={{ findings: listed.length, comments: commentTotal, annotations: opinion?.annotations.length ?? 0, ...(hasSuggestions ? { suggestions: suggestions.length } : {}) }}
              onChoose={setPanel}
            />
            <div className="list" role="tabpanel" id="workspace-panel" aria-labelledby={`panel-${panel}`} tabIndex={0}>
              {panel === 'findings' && (
                <FindingsPanel
                  editor={editor}
                  conventionId={conventionId}
                  snapshot={snapshot}
                  findings={findings}
                  dismissals={dismissals}
                  currentId={currentId}
                  hasRules={rules.data !== undefined}
                />
              )}
              {panel === 'findings' && rules.error !== null && <ErrorNote error={rules.error} />}
              {panel === 'comments' && <CommentsPanel conventionId={conventionId} snapshot={snapshot} currentId={currentId} onGo={onGo} />}
              {panel === 'suggestions' && (
                <SuggestionsPanel
                  editor={editor}
                  conventionId={conventionId}
                  snapshot={snapshot}
                  open={suggestions}
                  records={opened.suggestions}
                  fileComments={fileComments}
                  onComments={setFileComments}
                  onGo={onGo}
                />
              )}
              {panel === 'annotations' && (
                <AnnotationsPanel
                  editor={editor}
                  snapshot={snapshot}
                  opinions={opinions.data ?? []}
                  opinion={opinion}
                  error={opinions.error}
                  isRegistered={convention.isRegistered}
                  onChoose={setOpinionId}
                  onRegisterPaper={() => setDialog('paper')}
                />
              )}
            </div>
          </aside>
        </div>
        <LeaveDialog autosave={autosave} />
        {dialog === 'freeze' && <FreezeDialog conventionId={conventionId} savedRevision={savedRevision} onClose={close} />}
        {dialog === 'submit' && <SubmitDialog convention={convention} onClose={close} />}
        {dialog === 'vote' && <VoteDialog convention={convention} onClose={close} />}
        {dialog === 'filing' && <FilingDialog convention={convention} onClose={close} />}
        {dialog === 'publication' && <PublicationDialog convention={convention} onClose={close} />}
        {dialog === 'priorAdoption' && <PriorAdoptionDialog convention={convention} autosave={autosave} onClose={close} />}
        {dialog === 'paper' && <PaperOpinionDialog convention={convention} onClose={close} />}
        {dialog === 'place' && <PlaceDialog convention={convention} onClose={close} />}
        {dialog === 'conflict' && (
          <ConflictDialog
            conventionId={conventionId}
            base={autosave.savedDocument ?? opened.document}
            mine={toDocument(editor.state.doc)}
            onClose={close}
            onMerge={(merged, stored, theirs) => {
              autosave.adopt(stored, theirs);
              editor.view.dispatch(replaceDocument(editor.state, merged));
              autosave.touch();
              close();
            }}
          />
        )}
      </div>
    </Frame>
  );
}

import { useMutation, useQuery, useQueryClient, keepPreviousData } from '@tanstack/react-query';
import { Pagination } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Frame } from '#renderer/app/Frame.tsx';
import { useHasRole } from '#renderer/app/installationContext.ts';
import { Button, ButtonLink } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { SearchInput } from '#renderer/components/SearchInput.tsx';
import { showNotice } from '#renderer/components/notices.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { ConventionTable } from './ConventionTable.tsx';
import { NewConventionDialog } from './NewConventionDialog.tsx';
import './conventions.css';

const pageLength = 20;

/** The list's state lives in the address, so that going back finds the same page of the same search. */
function useListAddress() {
  const [parameters, setParameters] = useSearchParams();
  function change(changes: Record<string, string | undefined>): void {
    setParameters((before) => {
      const next = new URLSearchParams(before);
      for (const [key, value] of Object.entries(changes)) {
        if (value === undefined || value === '') next.delete(key);
        else next.set(key, value);
      }
      return next;
    });
  }
  return {
    query: parameters.get('query') ?? '',
    page: Math.max(1, Number(parameters.get('page') ?? '1') || 1),
    isBin: parameters.has('bin'),
    isNewOpen: parameters.has('new'),
    change,
  };
}

/** Into the recycle bin and back; both say so, with the way back. */
function useBin() {
  const queries = useQueryClient();
  const [failure, setFailure] = useState<unknown>(null);
  const restore = useMutation({
    mutationFn: ({ id }: { id: string; title: string }) => client.conventions.restore({ conventionId: id }),
    onSuccess: async (_done, { title }) => {
      setFailure(null);
      await queries.invalidateQueries();
      showNotice(`《${title}》已经放回列表`);
    },
    onError: setFailure,
  });
  const discard = useMutation({
    mutationFn: ({ id }: { id: string; title: string }) => client.conventions.discard({ conventionId: id }),
    onSuccess: async (_done, convention) => {
      setFailure(null);
      await queries.invalidateQueries();
      showNotice(`《${convention.title}》移到了回收站`, {
        label: '撤销',
        run: () => {
          restore.mutate(convention);
        },
      });
    },
    onError: setFailure,
  });
  return { discard: discard.mutate, restore: restore.mutate, failure };
}

function SearchField({ query, onSearch }: { query: string; onSearch: (query: string) => void }) {
  const [words, setWords] = useState(query);
  return (
    <search>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(words.trim());
        }}
      >
        <SearchInput label="按村名或标题查找" value={words} onChange={setWords} />
        <Button type="submit">查找</Button>
        {query !== '' && (
          <Button
            kind="link"
            onClick={() => {
              setWords('');
              onSearch('');
            }}
          >
            看全部
          </Button>
        )}
      </form>
    </search>
  );
}

function emptySentence(isBin: boolean, query: string, canDraft: boolean): string {
  if (query !== '') return `没有找到和“${query}”有关的村规民约。`;
  if (isBin) return '回收站是空的。';
  return canDraft ? '本机还没有村规民约。有现成文件就导入，没有就新建。' : '本机还没有村规民约。收到的送审在“合法性审查”里。';
}

/** Words in place of the arrows. */
function pageButton(_page: number, type: string, element: ReactNode): ReactNode {
  if (type === 'prev') return <button type="button">上一页</button>;
  return type === 'next' ? <button type="button">下一页</button> : element;
}

/** 村规民约: all conventions of this computer, and the recycle bin. */
export function ConventionList() {
  const { query, page, isBin, isNewOpen, change } = useListAddress();
  const canDraft = useHasRole('drafter', 'registrar', 'administrator');
  const { discard, restore, failure } = useBin();
  const list = useQuery(
    api.conventions.list.queryOptions({
      input: { query, offset: (page - 1) * pageLength, limit: pageLength, discarded: isBin },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <Frame windowTitle={isBin ? '回收站' : '村规民约'}>
      <div className="page">
        <div className="page-head">
          <h1>{isBin ? '回收站' : '村规民约'}</h1>
          {list.data !== undefined && <span className="dim">共 {list.data.total} 件</span>}
          <SearchField
            key={query}
            query={query}
            onSearch={(words) => {
              change({ query: words, page: undefined });
            }}
          />
          <div className="acts">
            <Button
              onClick={() => {
                change({ bin: isBin ? undefined : '1', page: undefined });
              }}
            >
              {isBin ? '回到村规民约' : '回收站'}
            </Button>
            {!isBin && <ButtonLink to="/similarity">雷同比对</ButtonLink>}
            {canDraft && !isBin && (
              <>
                <Button
                  onClick={() => {
                    change({ new: '1' });
                  }}
                >
                  新建
                </Button>
                <ButtonLink to="/import" kind="primary">
                  导入文档
                </ButtonLink>
              </>
            )}
          </div>
        </div>
        {failure !== null && <ErrorNote error={failure} />}
        {list.error !== null && (
          <ErrorNote error={list.error}>
            <Button onClick={() => void list.refetch()}>再试一次</Button>
          </ErrorNote>
        )}
        {list.isLoading && <Loading />}
        {list.data !== undefined && list.data.conventions.length === 0 && (
          <p className="nothing">{emptySentence(isBin, query, canDraft)}</p>
        )}
        {list.data !== undefined && list.data.conventions.length > 0 && (
          <ConventionTable conventions={list.data.conventions} isBin={isBin} canDraft={canDraft} onDiscard={discard} onRestore={restore} />
        )}
        {list.data !== undefined && list.data.total > pageLength && (
          <Pagination
            className="pages"
            current={page}
            pageSize={pageLength}
            total={list.data.total}
            showSizeChanger={false}
            itemRender={pageButton}
            onChange={(next) => {
              change({ page: String(next) });
            }}
          />
        )}
      </div>
      {isNewOpen && (
        <NewConventionDialog
          onClose={() => {
            change({ new: undefined });
          }}
        />
      )}
    </Frame>
  );
}

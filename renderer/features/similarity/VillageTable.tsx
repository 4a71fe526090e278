import { useQuery } from '@tanstack/react-query';
import { Pagination } from 'antd';
import { Fragment, useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { SimilarityReport } from '#contract/similarity.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { SearchInput } from '#renderer/components/SearchInput.tsx';
import { api } from '#renderer/transport/api.ts';
import { sharedPercent, sharedSentence, similarityRows, type SimilarityOrder, type SimilarityRow } from './similarityRows.ts';

const pageLength = 20;
const orderNames: Record<SimilarityOrder, string> = { alike: '先看最像的', topics: '先看缺主题多的', place: '按乡镇和村名' };
const orders: readonly SimilarityOrder[] = ['alike', 'topics', 'place'];

function Articles({ heading, articles }: { heading: string; articles: readonly { label: string; text: string }[] }) {
  if (articles.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <ul className="own-articles">
        {articles.map(({ label, text }, index) => (
          <li key={index}>
            {label !== '' && <b>{label}</b>} {text}
          </li>
        ))}
      </ul>
    </>
  );
}

function VillageDetail({ runId, row: { index, text } }: { runId: string; row: SimilarityRow }) {
  const articles = useQuery(api.similarity.articles.queryOptions({ input: { runId, text: index } }));
  if (articles.error !== null) return <ErrorNote error={articles.error} />;
  if (articles.data === undefined) return <Loading what="正在取条文" />;
  return (
    <div className="village-detail">
      <p>{text.missingTopics.length > 0 ? `没有写到：${text.missingTopics.join('、')}。` : '常见的主题都写到了。'}</p>
      {articles.data.own.length === 0 && <p>没有一条是自己独有的，每一条别处都有相同或相近的。</p>}
      <Articles heading="别处没有的条文" articles={articles.data.own} />
      <Articles heading="范本有、这里没有的条文" articles={articles.data.missing} />
    </div>
  );
}

function Shared({ report, row: { index, text }, against }: { report: SimilarityReport; row: SimilarityRow; against: 'closest' | 'template' }) {
  const shared = against === 'template' ? text.template : text.closest;
  const other = against === 'template' ? report.template : (text.closest?.text ?? null);
  if (shared === null || other === null) return <span className="dim">没有相像的</span>;
  const name = report.texts[other]?.name ?? '';
  return (
    <>
      <b className="nw">{sharedPercent(text, shared)}%</b> {against === 'closest' && <span className="breakable">和{name}</span>}
      <small>{sharedSentence(text.articles, shared)}</small>
      <Link className="link" to={`/similarity/${other}/${index}`} aria-label={`把${text.name}和${name}对照着看`}>
        对照着看
      </Link>
    </>
  );
}

/** The villages one by one: how alike, which group, what is their own, what they leave out. */
export function VillageTable({ runId, report }: { runId: string; report: SimilarityReport }) {
  const [words, setWords] = useState('');
  const [order, setOrder] = useState<SimilarityOrder>('alike');
  const [page, setPage] = useState(1);
  const [opened, setOpened] = useState<number>();
  const rows = useMemo(() => similarityRows(report, words, order), [report, words, order]);
  const hasTemplate = report.template !== null;
  const columns = hasTemplate ? 6 : 5;
  return (
    <section aria-labelledby="similarity-villages">
      <h2 id="similarity-villages">各村情况</h2>
      <div className="row village-filter">
        <SearchInput
          label="按村名或乡镇查找"
          value={words}
          onChange={(next) => {
            setWords(next);
            setPage(1);
          }}
        />
        <select
          aria-label="排列的先后"
          className="input"
          value={order}
          onChange={(event) => {
            setOrder(orders.find((known) => known === event.target.value) ?? 'alike');
            setPage(1);
          }}
        >
          {orders.map((known) => (
            <option key={known} value={known}>
              {orderNames[known]}
            </option>
          ))}
        </select>
      </div>
      {rows.length === 0 && <p className="nothing">没有找到和“{words.trim()}”有关的村。</p>}
      {rows.length > 0 && (
        <table className="ruled village-table">
          <thead>
            <tr>
              <th scope="col">村</th>
              {hasTemplate && <th scope="col">和范本相同相近</th>}
              <th scope="col">最像的另一份</th>
              <th scope="col">雷同的组</th>
              <th scope="col">没有写到的主题</th>
              <th scope="col">自己的条文</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice((page - 1) * pageLength, page * pageLength).map((row) => {
              const { index, text } = row;
              const isOpen = opened === index;
              const missing = text.missingTopics;
              return (
                <Fragment key={index}>
                  <tr>
                    <th scope="row" className="breakable">
                      {text.conventionId === null ? (
                        text.name
                      ) : (
                        <Link className="link" to={`/conventions/${text.conventionId}`}>
                          {text.name}
                        </Link>
                      )}
                      <small className="dim">{[text.place, text.conventionId === null ? text.title : ''].filter(Boolean).join(' · ')}</small>
                    </th>
                    {hasTemplate && (
                      <td>
                        <Shared report={report} row={row} against="template" />
                      </td>
                    )}
                    <td>
                      <Shared report={report} row={row} against="closest" />
                    </td>
                    <td className="nw">{text.group === null ? <span className="dim">无</span> : `第 ${text.group + 1} 组`}</td>
                    <td>
                      {missing.length === 0 ? <span className="dim">都写到了</span> : `${missing.slice(0, 3).join('、')}${missing.length > 3 ? `等 ${missing.length} 个` : ''}`}
                    </td>
                    <td>
                      <span className="nw">{text.own === 0 ? <span className="dim">没有</span> : `${text.own} 条`}</span>{' '}
                      <Button kind="link" aria-expanded={isOpen} aria-label={`${isOpen ? '收起' : '看条文'}：${text.name}`} onClick={() => setOpened(isOpen ? undefined : index)}>
                        {isOpen ? '收起' : '看条文'}
                      </Button>
                    </td>
                  </tr>
                  {isOpen && (
                    <tr>
                      <td colSpan={columns}>
                        <VillageDetail runId={runId} row={row} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      )}
      {rows.length > pageLength && (
        <Pagination
          className="pages"
          current={page}
          pageSize={pageLength}
          total={rows.length}
          showSizeChanger={false}
          onChange={(next) => {
            setPage(next);
          }}
        />
      )}
    </section>
  );
}

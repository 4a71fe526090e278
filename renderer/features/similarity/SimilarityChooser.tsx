import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { mostSimilarityTexts } from '#contract/similarity.ts';
import { limits } from '#contract/limits.ts';
import { mostChosenFiles } from '#contract/chosenFiles.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { SearchInput } from '#renderer/components/SearchInput.tsx';
import { fromChoice, type PickedFile } from '#renderer/features/imports/pickedFile.ts';
import { fileEndings, folderEndings } from '#renderer/features/imports/sourceKinds.ts';
import { api } from '#renderer/transport/api.ts';
import { native } from '#renderer/transport/native.ts';
import type { ChosenTemplate, ChosenTexts } from './similarityRun.ts';

type Which = 'files' | 'inForce' | 'draft';
type TemplateKind = 'none' | 'file' | 'convention';

function Choice({ name, checked, onChoose, label, children }: { name: string; checked: boolean; onChoose: () => void; label: string; children?: ReactNode }) {
  const id = useId();
  return (
    <div className="choice">
      <input id={id} type="radio" name={name} checked={checked} onChange={onChoose} />
      <div>
        <label htmlFor={id}>{label}</label>
        {children}
      </div>
    </div>
  );
}

/** As a file manager lists them: folder by folder, by name. */
function byPlace(one: PickedFile, other: PickedFile): number {
  return one.folder.localeCompare(other.folder, 'zh') || one.name.localeCompare(other.name, 'zh', { numeric: true });
}

function ConventionChoice({ value, onChange }: { value: string; onChange: (conventionId: string) => void }) {
  const [words, setWords] = useState('');
  const list = useQuery(
    api.conventions.list.queryOptions({
      input: { query: words.trim(), offset: 0, limit: limits.pageSize, discarded: false },
      placeholderData: keepPreviousData,
    }),
  );
  if (list.error !== null) return <ErrorNote error={list.error} />;
  return (
    <div className="row">
      <SearchInput
        label="按村名或标题查找"
        title="按村名或标题查找范本"
        value={words}
        onChange={(next) => {
          setWords(next);
          onChange('');
        }}
      />
      <select aria-label="选作范本的村规民约" className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{list.data?.conventions.length === 0 ? '没有找到' : '选一份'}</option>
        {(list.data?.conventions ?? []).map((convention) => (
          <option key={convention.id} value={convention.id}>
            {convention.township === '' ? convention.title : `${convention.title}　${convention.township}`}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Which texts, against what. */
export function SimilarityChooser({ onStart }: { onStart: (texts: ChosenTexts, template: ChosenTemplate | undefined) => void }) {
  const [which, setWhich] = useState<Which>('files');
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  const [templateKind, setTemplateKind] = useState<TemplateKind>('none');
  const [templateFile, setTemplateFile] = useState<PickedFile>();
  const [templateId, setTemplateId] = useState('');
  const [failure, setFailure] = useState<string>();

  async function chooseFiles(from: 'files' | 'folder'): Promise<void> {
    const chosen = await native.chooseFiles(from, from === 'files' ? fileEndings : folderEndings);
    if (chosen === undefined) return;
    setWhich('files');
    const tooMany = chosen.length > mostChosenFiles;
    setFiles(tooMany ? [] : chosen.map(fromChoice).sort(byPlace));
    if (tooMany) setFailure(`一次最多选 ${mostChosenFiles} 份。分几个文件夹再选。`);
    else setFailure(chosen.length === 0 ? '没有找到能读的文档。' : undefined);
  }

  async function chooseTemplate(): Promise<void> {
    const chosen = await native.chooseFile(folderEndings);
    if (chosen === undefined) return;
    setTemplateKind('file');
    setTemplateFile({ name: chosen.name, folder: '', size: chosen.bytes.byteLength, read: () => Promise.resolve(chosen) });
  }

  function missing(): string | undefined {
    if (which === 'files' && files.length === 0) return '先选要比的文件';
    if (templateKind === 'file' && templateFile === undefined) return '先选范本文件';
    if (templateKind === 'convention' && templateId === '') return '先选一份作范本';
    return undefined;
  }

  function start(): void {
    const texts: ChosenTexts = which === 'files' ? { from: 'files', files } : { from: 'conventions', source: which };
    if (templateKind === 'file' && templateFile !== undefined) onStart(texts, { from: 'file', file: templateFile });
    else if (templateKind === 'convention') onStart(texts, { from: 'convention', conventionId: templateId });
    else onStart(texts, undefined);
  }

  const lacking = missing();
  return (
    <form
      className="similarity-choice"
      onSubmit={(event) => {
        event.preventDefault();
        if (lacking === undefined) start();
      }}
    >
      <p>看各村的文本有多少条是一样的，哪些村照搬了同一份范本，哪些条文是本村自己的。村名、乡镇名和数字不算。</p>
      {failure !== undefined && (
        <div className="note bad" role="alert">
          <p>{failure}</p>
        </div>
      )}
      <fieldset>
        <legend>比哪些文本</legend>
        <Choice name="which" label="电脑里的文件" checked={which === 'files'} onChoose={() => setWhich('files')}>
          <div className="row">
            <Button onClick={() => void chooseFiles('folder')}>选择文件夹</Button>
            <Button onClick={() => void chooseFiles('files')}>选择文件</Button>
            <output className="dim">{files.length === 0 ? `一次最多 ${mostChosenFiles} 份` : `已选 ${files.length} 份`}</output>
          </div>
        </Choice>
        <Choice name="which" label="本机已经公布的村规民约" checked={which === 'inForce'} onChoose={() => setWhich('inForce')} />
        <Choice name="which" label="本机现在的草案" checked={which === 'draft'} onChoose={() => setWhich('draft')}>
          <p className="hint">一次最多 {mostSimilarityTexts} 份。示例和回收站里的不比。</p>
        </Choice>
      </fieldset>
      <fieldset>
        <legend>要不要和一份范本比</legend>
        <Choice name="template" label="不用范本，互相比" checked={templateKind === 'none'} onChoose={() => setTemplateKind('none')} />
        <Choice name="template" label="范本是电脑里的一份文件" checked={templateKind === 'file'} onChoose={() => setTemplateKind('file')}>
          <div className="row">
            <Button onClick={() => void chooseTemplate()}>选择范本</Button>
            {templateFile !== undefined && <output className="breakable">{templateFile.name}</output>}
          </div>
        </Choice>
        <Choice name="template" label="范本是本机的一份草案" checked={templateKind === 'convention'} onChoose={() => setTemplateKind('convention')}>
          {templateKind === 'convention' && <ConventionChoice value={templateId} onChange={setTemplateId} />}
        </Choice>
      </fieldset>
      <div className="row">
        <Button type="submit" kind="primary" big disabled={lacking !== undefined}>
          开始比对
        </Button>
        {lacking !== undefined && <span className="hint">{lacking}</span>}
      </div>
    </form>
  );
}

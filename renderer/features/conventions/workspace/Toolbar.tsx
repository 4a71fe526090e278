import type { Editor } from '@tiptap/react';
import { Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { numberingScopeSchema, numberingStyleSchema, type NumberingScope, type NumberingStyle } from '#core/document/document.ts';
import { showNotice } from '#renderer/components/notices.ts';
import { asOneStep } from '#renderer/editor/commands/asOneStep.ts';
import { insertReference } from '#renderer/editor/commands/insertReference.ts';
import { setNumberingScope, setNumberingStyle } from '#renderer/editor/commands/setNumbering.ts';
import type { Command } from '@tiptap/pm/state';
import { ReferenceDialog } from './ReferenceDialog.tsx';
import { menuPlace } from './menuPlace.ts';
import { useSettledState } from './useSettledState.ts';
import { toolKeys, tools, type ToolKey } from './toolCommands.ts';

const styleNames: Record<NumberingStyle, string> = { article: '第一条', chinese: '一、', arabic: '1.', none: '不编号' };
const scopeNames: Record<NumberingScope, string> = { document: '全文连续编号', chapter: '每章重新编号' };

function readTools({ state }: Editor) {
  return {
    applicable: toolKeys.filter((key) => tools[key].command(state)),
    style: numberingStyleSchema.parse(state.doc.attrs['numberingStyle']),
    scope: numberingScopeSchema.parse(state.doc.attrs['numberingScope']),
  };
}

function runIn(editor: Editor, command: Command): void {
  asOneStep(command)(editor.state, (transaction) => editor.view.dispatch(transaction), editor.view);
  // A menu or dialog that is closing still holds the focus.
  requestAnimationFrame(() => editor.view.focus());
}

type ToolButtonProps = { tool: ToolKey; isApplicable: boolean; extra?: boolean; onUse: () => void };

/** A tool that does not apply stays reachable and says why when it is pressed. */
function ToolButton({ tool, isApplicable, extra = false, onUse }: ToolButtonProps) {
  const { name, keys, refusal } = tools[tool];
  return (
    <button
      type="button"
      className={`btn flat ${extra ? 'x' : ''}`}
      aria-disabled={!isApplicable}
      title={isApplicable ? keys : refusal}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (isApplicable) onUse();
        else showNotice(`${name}：${refusal}。`);
      }}
    >
      {name}
    </button>
  );
}

/** What can be done to the text, each also from the keyboard. */
export function Toolbar({ editor }: { editor: Editor }) {
  const { applicable, style, scope } = useSettledState(editor, readTools);
  const [isChoosing, setIsChoosing] = useState(false);
  const can = new Set(applicable);
  const use = (key: ToolKey) => runIn(editor, tools[key].command);
  const button = (key: ToolKey, extra = false) => (
    <ToolButton tool={key} extra={extra} isApplicable={can.has(key)} onUse={() => use(key)} />
  );
  const entry = (key: ToolKey) => ({
    key,
    disabled: !can.has(key),
    label: (
      <span className="menu-entry">
        <span>{tools[key].name}</span>
        {can.has(key) ? <kbd>{tools[key].keys}</kbd> : <small>{tools[key].refusal}</small>}
      </span>
    ),
    onClick: () => use(key),
  });
  const menu: MenuProps = {
    selectable: true,
    selectedKeys: [style, `scope-${scope}`],
    items: [
      ...(['splitArticle', 'insertChapter', 'moveUp', 'moveDown', 'makeItems', 'liftItems', 'caption', 'bold'] as const).map(entry),
      { type: 'divider' },
      ...(['startChapter', 'deleteChapter', 'deleteArticle'] as const).map(entry),
      { type: 'divider' },
      {
        key: 'style',
        label: `编号样式：${styleNames[style]}`,
        children: numberingStyleSchema.options.map((option) => ({
          key: option,
          label: styleNames[option],
          onClick: () => runIn(editor, setNumberingStyle(option)),
        })),
      },
      {
        key: 'scope',
        label: `编号范围：${scopeNames[scope]}`,
        children: numberingScopeSchema.options.map((option) => ({
          key: `scope-${option}`,
          label: scopeNames[option],
          onClick: () => runIn(editor, setNumberingScope(option)),
        })),
      },
    ],
  };
  return (
    <div className="tools" role="toolbar" aria-label="编辑">
      {button('undo')}
      {button('redo')}
      <i />
      {button('insertArticle')}
      {button('splitArticle', true)}
      {button('insertChapter', true)}
      <ToolButton tool="reference" isApplicable={can.has('reference')} onUse={() => setIsChoosing(true)} />
      <i className="x" />
      {button('moveUp', true)}
      {button('moveDown', true)}
      <Dropdown
        menu={menu}
        trigger={['click']}
        autoFocus
        getPopupContainer={menuPlace}
      >
        <button type="button" className="btn flat" aria-haspopup="menu">
          更多
        </button>
      </Dropdown>
      {isChoosing && (
        <ReferenceDialog
          editor={editor}
          onClose={() => setIsChoosing(false)}
          onChoose={(id) => {
            setIsChoosing(false);
            runIn(editor, insertReference(id));
          }}
        />
      )}
    </div>
  );
}

import { Input } from 'antd';
import { keepComposing } from '#renderer/text/keepComposing.ts';
import './searchInput.css';

/** A field for words to look for; `label` says by what, for the eye and for the ear. */
export function SearchInput({ label, title = label, value, onChange }: { label: string; title?: string; value: string; onChange: (words: string) => void }) {
  return (
    <Input
      aria-label={title}
      placeholder={label}
      value={value}
      maxLength={100}
      className="search-input"
      onKeyDown={keepComposing}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

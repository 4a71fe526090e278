import { useId } from 'react';
import { keepComposing } from '#renderer/text/keepComposing.ts';

type TextFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'date' | 'number';
  /** Lines of a larger field. */
  rows?: number;
  hint?: string;
  maxLength?: number;
  options?: readonly string[];
};

/** A labelled field. Enter that ends a word in the input method does not send the form. */
export function TextField({ label, value, onChange, type = 'text', rows, hint, maxLength, options }: TextFieldProps) {
  const id = useId();
  const shared = {
    id,
    className: 'input',
    value,
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` }),
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? (
        <input
          {...shared}
          type={type}
          autoComplete="off"
          {...(type === 'number' ? { min: 0, inputMode: 'numeric' as const } : {})}
          // Without an end the browser waits for six digits of a year before it goes on to the month.
          {...(type === 'date' ? { max: '9999-12-31' } : {})}
          {...(options === undefined ? {} : { list: `${id}-options` })}
          onKeyDown={keepComposing}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
      )}
      {options !== undefined && (
        <datalist id={`${id}-options`}>
          {options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </datalist>
      )}
      {hint !== undefined && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
    </div>
  );
}

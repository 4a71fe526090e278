import { useId } from 'react';

type ChoiceFieldProps<Value extends string> = {
  label: string;
  value: Value | undefined;
  choices: readonly { value: Value; name: string }[];
  onChange: (value: Value) => void;
};

/** One of a few, all in sight. */
export function ChoiceField<Value extends string>({ label, value, choices, onChange }: ChoiceFieldProps<Value>) {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="check">
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          {choice.name}
        </label>
      ))}
    </fieldset>
  );
}

import { Input, Radio } from 'antd';
import { useId } from 'react';
import { conventionKinds, type ConventionKind } from '#core/document/document.ts';
import { keepComposing } from '#renderer/text/keepComposing.ts';
import { kindNames } from '#contract/names.ts';

export type Place = { village: string; township: string; kind: ConventionKind };

type PlaceFieldsProps = { place: Place; onChange: (place: Place) => void; showMissing: boolean };

/** Which village or community, in which township, and what its convention is called. */
export function PlaceFields({ place, onChange, showMissing }: PlaceFieldsProps) {
  const id = useId();
  const isMissing = showMissing && place.village.trim() === '';
  return (
    <div className="place-fields">
      <div className="field">
        <label htmlFor={`${id}-village`}>{place.kind === 'village' ? '村名' : '社区名'}</label>
        <Input
          id={`${id}-village`}
          value={place.village}
          maxLength={100}
          autoComplete="off"
          onKeyDown={keepComposing}
          aria-invalid={isMissing}
          {...(isMissing ? { status: 'error' as const, 'aria-describedby': `${id}-missing` } : {})}
          onChange={(event) => {
            onChange({ ...place, village: event.target.value });
          }}
        />
        {isMissing && (
          <p id={`${id}-missing`} className="field-error" role="alert">
            填写{place.kind === 'village' ? '村名' : '社区名'}，例如：清溪村
          </p>
        )}
      </div>
      <div className="field">
        <label htmlFor={`${id}-township`}>乡镇（街道）</label>
        <Input
          id={`${id}-township`}
          value={place.township}
          maxLength={100}
          autoComplete="off"
          onKeyDown={keepComposing}
          onChange={(event) => {
            onChange({ ...place, township: event.target.value });
          }}
        />
      </div>
      <fieldset className="field">
        <legend>种类</legend>
        <Radio.Group
          value={place.kind}
          onChange={(event) => {
            const kind = conventionKinds.find((candidate) => candidate === event.target.value);
            if (kind !== undefined) onChange({ ...place, kind });
          }}
          options={conventionKinds.map((kind) => ({ value: kind, label: kindNames[kind] }))}
        />
      </fieldset>
    </div>
  );
}

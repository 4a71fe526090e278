import { useId } from 'react';
import type { Inputs } from '#contract/contract.ts';
import { roles, type Role } from '#core/workflow/workflow.ts';
import { roleNames } from '#contract/names.ts';
import { keepComposing } from '#renderer/text/keepComposing.ts';

export type Identity = Inputs['installation']['update'];

const roleSentences: Record<Role, string> = {
  drafter: '写草案，收群众意见，送审，登记表决。村干部一般选这一项',
  reviewer: '看送来的草案，写批注，出具审查意见书。司法所、法律顾问选这一项',
  registrar: '登记备案和公布，看各村办到哪一步。乡镇民政办选这一项',
  administrator: '管备份和设置，也能替别人办起草、备案的事',
};

type Missing = 'person' | 'office' | 'roles';

/** Which fields still have to be filled in. */
export function missingIn(identity: Identity): Missing[] {
  const missing: Missing[] = [];
  if (identity.person.trim() === '') missing.push('person');
  if (identity.office.trim() === '') missing.push('office');
  if (identity.roles.length === 0) missing.push('roles');
  return missing;
}

type IdentityFieldsProps = {
  identity: Identity;
  onChange: (identity: Identity) => void;
  showMissing: boolean;
};

/** Name, office and roles: for the first start and for the settings. */
export function IdentityFields({ identity, onChange, showMissing }: IdentityFieldsProps) {
  const id = useId();
  const missing = showMissing ? missingIn(identity) : [];
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-person`}>姓名</label>
        <input
          id={`${id}-person`}
          className="input"
          value={identity.person}
          maxLength={50}
          autoComplete="off"
          onKeyDown={keepComposing}
          aria-invalid={missing.includes('person')}
          aria-describedby={missing.includes('person') ? `${id}-person-error` : undefined}
          onChange={(event) => {
            onChange({ ...identity, person: event.target.value });
          }}
        />
        {missing.includes('person') && (
          <p className="field-error" id={`${id}-person-error`} role="alert">
            填写姓名
          </p>
        )}
      </div>
      <div className="field">
        <label htmlFor={`${id}-office`}>单位</label>
        <input
          id={`${id}-office`}
          className="input"
          value={identity.office}
          maxLength={100}
          autoComplete="off"
          onKeyDown={keepComposing}
          aria-invalid={missing.includes('office')}
          aria-describedby={missing.includes('office') ? `${id}-office-error` : `${id}-office-hint`}
          onChange={(event) => {
            onChange({ ...identity, office: event.target.value });
          }}
        />
        <p className="hint" id={`${id}-office-hint`}>
          写全称，例如：枫林镇清溪村村民委员会
        </p>
        {missing.includes('office') && (
          <p className="field-error" id={`${id}-office-error`} role="alert">
            填写单位
          </p>
        )}
      </div>
      <fieldset>
        <legend>岗位（可以选几项）</legend>
        <div className="role-choices">
          {roles.map((role) => (
            <div key={role} className="choice">
              <input
                id={`${id}-${role}`}
                type="checkbox"
                aria-describedby={`${id}-${role}-hint`}
                checked={identity.roles.includes(role)}
                onChange={(event) => {
                  const chosen = event.target.checked
                    ? roles.filter((candidate) => candidate === role || identity.roles.includes(candidate))
                    : identity.roles.filter((candidate) => candidate !== role);
                  onChange({ ...identity, roles: [...chosen] });
                }}
              />
              <div>
                <label htmlFor={`${id}-${role}`}>{roleNames[role]}</label>
                <p className="hint" id={`${id}-${role}-hint`}>
                  {roleSentences[role]}
                </p>
              </div>
            </div>
          ))}
        </div>
        {missing.includes('roles') && (
          <p className="field-error" role="alert">
            至少选一个岗位
          </p>
        )}
      </fieldset>
    </>
  );
}

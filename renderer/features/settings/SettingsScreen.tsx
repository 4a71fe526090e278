import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { Frame } from '#renderer/app/Frame.tsx';
import { AboutSection } from './AboutSection.tsx';
import { AuditSection } from './AuditSection.tsx';
import { BackupSection } from './BackupSection.tsx';
import { ContactsSection } from './ContactsSection.tsx';
import { IdentitySection } from './IdentitySection.tsx';
import { VerificationSection } from './VerificationSection.tsx';
import './settings.css';

const sections = [
  { id: 'identity', name: '使用人', Section: IdentitySection },
  { id: 'contacts', name: '往来单位', Section: ContactsSection },
  { id: 'verification', name: '核对校验码', Section: VerificationSection },
  { id: 'backups', name: '备份', Section: BackupSection },
  { id: 'audit', name: '操作记录', Section: AuditSection },
  { id: 'about', name: '关于', Section: AboutSection },
] as const;

function show(id: string): void {
  const section = document.getElementById(id);
  section?.scrollIntoView({ block: 'start' });
  section?.focus({ preventScroll: true });
}

/** 设置 */
export function SettingsScreen() {
  // A location is a new object at every visit: the same link works a second time.
  const location = useLocation();
  useEffect(() => {
    if (location.hash !== '') show(location.hash.slice(1));
  }, [location]);
  return (
    <Frame windowTitle="设置">
      <div className="page settings">
        <div className="page-head">
          <h1>设置</h1>
          <ul className="jumps" aria-label="本页内容">
            {sections.map(({ id, name }) => (
              <li key={id}>
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    show(id);
                  }}
                >
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </div>
        {sections.map(({ id, name, Section }) => (
          <section key={id} id={id} tabIndex={-1} aria-labelledby={`${id}-heading`}>
            <h2 id={`${id}-heading`}>{name}</h2>
            <Section />
          </section>
        ))}
      </div>
    </Frame>
  );
}

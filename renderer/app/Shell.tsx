import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { NoticeList } from '#renderer/components/NoticeList.tsx';
import { Seal } from '#renderer/components/Seal.tsx';
import { PackageReceiver } from '#renderer/features/packages/PackageReceiver.tsx';
import { roleNames } from '#contract/names.ts';
import { api } from '#renderer/transport/api.ts';
import { FrameSlotsContext } from './Frame.tsx';
import { useHasRole, useInstallation } from './installationContext.ts';
import { TypeSizeButtons } from './TypeSizeButtons.tsx';

type NavigationEntry = { to: string; name: string; shortName: string; count?: number; isCurrent: (path: string) => boolean };

function isUnder(...roots: readonly string[]) {
  return (path: string) => roots.some((root) => path === root || path.startsWith(`${root}/`));
}

/** Only what this person's roles need; an entry is there or absent, never greyed out. */
function useNavigation(): NavigationEntry[] {
  const isReviewer = useHasRole('reviewer');
  const tasks = useQuery(api.workbench.tasks.queryOptions());
  const reviews = useQuery(api.reviews.list.queryOptions({ enabled: isReviewer }));
  const openReviews = reviews.data?.filter((review) => review.issuedAt === null).length ?? 0;
  const entries: NavigationEntry[] = [
    {
      to: '/workbench',
      name: '工作台',
      shortName: '工作',
      count: tasks.data?.length ?? 0,
      isCurrent: isUnder('/workbench'),
    },
    { to: '/conventions', name: '村规民约', shortName: '村规', isCurrent: isUnder('/conventions', '/import') },
  ];
  if (isReviewer) {
    entries.push({ to: '/reviews', name: '合法性审查', shortName: '审查', count: openReviews, isCurrent: isUnder('/reviews') });
  }
  entries.push({ to: '/settings', name: '设置', shortName: '设置', isCurrent: isUnder('/settings') });
  return entries;
}

function isOnThisComputer(): boolean {
  return window.xiangyueNative !== undefined || ['127.0.0.1', 'localhost', '[::1]'].includes(location.hostname);
}

function Navigation() {
  const { pathname } = useLocation();
  return (
    <nav className="nav" aria-label="主要栏目">
      {useNavigation().map(({ to, name, shortName, count = 0, isCurrent }) => (
        <Link
          key={to}
          to={to}
          aria-current={isCurrent(pathname) ? 'page' : undefined}
          aria-label={count > 0 ? `${name}，${count} 件` : name}
        >
          <span className="f">{name}</span>
          <span className="s">{shortName}</span>
          {count > 0 && <b>{count}</b>}
        </Link>
      ))}
      <p className="foot">
        {isOnThisComputer() ? '本机保存' : '存在服务电脑'}
        <br />
        {isOnThisComputer() ? '离线可用' : '办公室网络'}
      </p>
    </nav>
  );
}

/** The window: the bar with the seal on top, the navigation at left, and the slots that a screen fills through Frame. */
export function Shell() {
  const { installation } = useInstallation();
  const [head, setHead] = useState<HTMLElement | null>(null);
  const [saved, setSaved] = useState<HTMLElement | null>(null);
  const [status, setStatus] = useState<HTMLElement | null>(null);
  const slots = useMemo(() => ({ head, saved, status }), [head, saved, status]);
  const roleList = installation.roles.map((role) => roleNames[role]).join('、');
  return (
    <div className="app">
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        跳到正文
      </a>
      <header className="top">
        <Seal />
        <span className="head" ref={setHead} />
        <span className="name office">{installation.office}</span>
        <span className="sp" />
        <output className="saved sm dim" ref={setSaved} />
        <span className="sm x person">
          {installation.person}（{roleList}）
        </span>
        <TypeSizeButtons />
      </header>
      <Navigation />
      <main className="main" id="main" tabIndex={-1}>
        <FrameSlotsContext value={slots}>
          <Outlet />
          <PackageReceiver />
        </FrameSlotsContext>
        <div className="status" ref={setStatus} />
      </main>
      <NoticeList />
    </div>
  );
}

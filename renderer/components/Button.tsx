import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'react-router';

/** primary: the one main action; action: leads on; plain: everything else; flat: in tool bars; link: as a text link. */
type ButtonKind = 'primary' | 'action' | 'plain' | 'flat' | 'link';

const kindClasses: Record<ButtonKind, string> = {
  primary: 'btn pri',
  action: 'btn act',
  plain: 'btn',
  flat: 'btn flat',
  link: 'link',
};

function className(kind: ButtonKind, isBig: boolean): string {
  return isBig ? `${kindClasses[kind]} big` : kindClasses[kind];
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { kind?: ButtonKind; big?: boolean };

export function Button({ kind = 'plain', big = false, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={className(kind, big)} {...rest} />;
}

type ButtonLinkProps = { to: string; kind?: ButtonKind; big?: boolean; children: ReactNode };

/** Looks like a button, is a link: for everything that only opens another screen. */
export function ButtonLink({ to, kind = 'plain', big = false, children }: ButtonLinkProps) {
  return (
    <Link to={to} className={className(kind, big)}>
      {children}
    </Link>
  );
}

import { useEffect } from 'react';
import { native } from '#renderer/transport/native.ts';
import { PackageDialog } from './PackageDialog.tsx';
import { receivePackage, usePendingPackage } from './receivePackage.ts';

/** Stands once in the frame: takes in packages opened from any screen or from the system. */
export function PackageReceiver() {
  const file = usePendingPackage();
  useEffect(() => native.onOpenPackage(receivePackage), []);
  if (file === undefined) return null;
  return <PackageDialog file={file} />;
}

import { native } from '#renderer/transport/native.ts';
import { packageEnding, receivePackage } from './receivePackage.ts';

/** Asks for a package file and opens the dialog that takes it in. */
export async function choosePackage(): Promise<void> {
  const file = await native.chooseFile([packageEnding]);
  if (file !== undefined) receivePackage(file);
}

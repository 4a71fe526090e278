import type { ScanKind } from '#core/workflow/priorAdoption.ts';

const cues: readonly { kind: ScanKind; pattern: RegExp }[] = [
  { kind: 'reviewOpinion', pattern: /审查|意见书|司法|法律/u },
  { kind: 'filingReceipt', pattern: /备案|回执|报备/u },
  { kind: 'publicationPhoto', pattern: /公布|公示|公开|公告|张贴|上墙|照片|宣传栏/u },
  { kind: 'voteRecord', pattern: /表决|会议|签到|记录|票/u },
];

const pictureEnding = /\.(?:jpe?g|png|webp|heic|heif|bmp|tiff?)$/iu;

/** What a scan most likely shows, by its file's name; a picture that says nothing is one of the notice on the wall. */
export function guessScanKind(name: string): ScanKind {
  const cue = cues.find(({ pattern }) => pattern.test(name));
  return cue?.kind ?? (pictureEnding.test(name) ? 'publicationPhoto' : 'voteRecord');
}

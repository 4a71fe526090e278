import type { ConventionKind } from '#core/document/document.ts';

const communityWords = /社区|居民(?:公约|会议|代表|小组)?|居(?:民)?委会|小区|物业|业主|楼道|楼栋|整栋|单元门|门禁|电梯|道闸|车位|地库/gu;
const villageWords = /村|组里|承包地|宅基地|田|族|乡亲/gu;

/** Which kind of convention a stretch of text speaks of, where nothing else tells; a village unless the words of a community prevail. */
export function conventionKindOf(text: string): ConventionKind {
  const community = [...text.matchAll(communityWords)].length;
  const village = [...text.matchAll(villageWords)].length;
  return community > village ? 'community' : 'village';
}

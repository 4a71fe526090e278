/** Words that stand for characters. */
export const rtfCharacters = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '●'],
  ['emspace', '　'],
  ['enspace', ' '],
  ['qmspace', ' '],
  ['~', ' '],
  ['_', '-'],
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
]);

/** Groups whose contents are no words of the text. */
export const rtfSkipped = new Set(
  `atnref atndate atnid atntime atrfend atrfstart background bkmkend bkmkstart blipuid buptim colorschememapping colortbl comment
  creatim datafield datastore defchp defpap dptxbx factoidname falt filetbl fname fontemb fontfile fonttbl footnotesep ftncn ftnsep ftnsepc
  generator info keycode latentstyles listlevel listname liststylename listoverride listoverridetable listpicture listtable mailmerge
  menutext nextfile nonesttables nonshppict objalias objclass objdata objname oleclsid operator panose passwordhash picprop pict pn pnseclvl
  pntxta pntxtb printim private propname protusertbl revtim rsidtbl rxe shprslt sn sp sv staticval stylesheet template tc title subject
  author company keywords doccomm manager themedata upr userprops wgrffmtfilter windowcaption xe xmlattrname xmlattrvalue xmlnstbl`
    .split(/\s+/u),
);

/** Groups that begin with \* and hold words nevertheless. */
export const rtfKeptStarred = new Set(['shppict', 'shpinst', 'do', 'ud', 'fldinst', 'annotation', 'atnauthor', 'revtbl', 'footnote', 'shptxt']);

/** The rows of baselineSchema as TypeScript; Kysely's CamelCasePlugin turns snake_case columns into these names. */
export type Tables = {
  person: { id: string; name: string; office: string; roles: string; registeredAt: string };
  installation: { id: number; personId: string; publicKey: string; privateKey: string; registeredAt: string };
  contact: { id: string; person: string; office: string; publicKey: string; acceptedAt: string };
  region: { id: string; parentId: string | null; level: string; name: string; code: string | null };
  attachment: { sha256: string; name: string; mediaType: string; bytes: number; addedAt: string };
  convention: {
    id: string;
    regionId: string;
    kind: 'village' | 'community';
    title: string;
    stage: string;
    articleCount: number;
    sourceSha256: string | null;
    isSample: number;
    createdAt: string;
    updatedAt: string;
    discardedAt: string | null;
    /** when the text now on its way was put to the vote or registered as adopted; a ballot from before belongs to an earlier text */
    votingSince: string | null;
    /** what was registered of the text that is adopted or in force; null where it came through the application */
    priorAdoptionId: string | null;
  };
  draft: {
    conventionId: string;
    document: string;
    contentHash: string;
    revision: number;
    savedBy: string;
    savedAt: string;
  };
  suggestion: { conventionId: string; id: string; author: string; madeAt: string | null; source: 'file' };
  fileComment: {
    conventionId: string;
    id: string;
    sequence: number;
    author: string;
    madeAt: string | null;
    text: string;
    quote: string;
    articleId: string | null;
    isDone: number;
  };
  version: {
    id: string;
    conventionId: string;
    number: number;
    document: string;
    renderFormat: number;
    contentHash: string;
    verificationCode: string;
    articleCount: number;
    reason: string;
    findings: string;
    rulesVersion: string;
    unlawfulFindings: number;
    frozenBy: string;
    frozenAt: string;
  };
  comment: {
    id: string;
    conventionId: string;
    number: number;
    channel: string;
    person: string;
    articleId: string | null;
    articleLabel: string;
    words: string;
    receivedOn: string;
    recordedBy: string;
    recordedAt: string;
    withdrawnFor: string | null;
  };
  reply: {
    id: string;
    commentId: string;
    sequence: number;
    outcome: string;
    reason: string;
    repliedBy: string;
    repliedAt: string;
  };
  dismissal: {
    id: string;
    conventionId: string;
    rule: string;
    articleId: string | null;
    quote: string;
    reason: string;
    dismissedBy: string;
    dismissedAt: string;
    undoneAt: string | null;
  };
  submission: {
    id: string;
    conventionId: string;
    versionId: string;
    round: number;
    reviewingOffice: string;
    deadline: string;
    note: string;
    fileName: string;
    packageSha256: string;
    sentBy: string;
    sentAt: string;
  };
  opinion: {
    id: string;
    conventionId: string;
    submissionId: string | null;
    form: 'electronic' | 'paper';
    opinionNumber: string;
    contentHash: string;
    round: number;
    receivedOn: string;
    issuedOn: string;
    aspects: string;
    conclusion: string;
    remark: string;
    annotations: string;
    reviewer: string;
    office: string;
    publicKey: string;
    packageSha256: string | null;
    importedBy: string;
    importedAt: string;
  };
  annotationAnswer: {
    id: string;
    opinionId: string;
    annotationId: string;
    sequence: number;
    answer: string;
    text: string;
    answeredBy: string;
    answeredAt: string;
  };
  vote: {
    id: string;
    conventionId: string;
    versionId: string;
    heldOn: string;
    place: string;
    meeting: string;
    countedBy: string;
    eligible: number;
    present: number;
    inFavour: number;
    against: number;
    abstained: number;
    authorization: string;
    passed: number;
    recordedBy: string;
    recordedAt: string;
  };
  priorAdoption: {
    id: string;
    conventionId: string;
    versionId: string;
    stage: 'filing' | 'published';
    meeting: 'assembly' | 'representatives' | null;
    adoptedOn: string | null;
    filedOn: string | null;
    filingNumber: string;
    filedWith: string;
    postedOn: string | null;
    place: string;
    registeredBy: string;
    registeredAt: string;
  };
  scan: { priorAdoptionId: string; sequence: number; kind: string; name: string; mediaType: string; sha256: string };
  filing: {
    id: string;
    conventionId: string;
    /** null where the adoption was registered and no ballot recorded */
    voteId: string | null;
    filingNumber: string;
    filedOn: string;
    receivedBy: string;
    recordedBy: string;
    recordedAt: string;
  };
  publication: {
    id: string;
    conventionId: string;
    versionId: string;
    postedOn: string;
    place: string;
    recordedBy: string;
    recordedAt: string;
  };
  review: {
    id: string;
    submissionId: string;
    payload: string;
    senderKey: string;
    sender: string;
    packageSha256: string;
    aspects: string;
    conclusion: string | null;
    remark: string;
    opinionNumber: string;
    receivedBy: string;
    receivedAt: string;
    issuedAt: string | null;
    issuedBy: string | null;
    opinionSha256: string | null;
  };
  annotation: {
    id: string;
    reviewId: string;
    sequence: number;
    content: string;
    writtenBy: string;
    writtenAt: string;
  };
  changeReason: {
    id: string;
    conventionId: string;
    /** see placesOfArticles, placesOfPart */
    place: string;
    /** the versions whose difference it explains: after the base, up to the target; a draft counts as the version that it becomes */
    baseNumber: number;
    targetNumber: number;
    source: 'comment' | 'annotation' | 'finding' | 'meeting' | 'drafter';
    sourceId: string;
    reason: string;
    basis: string;
    origin: string;
    writtenBy: string;
    writtenAt: string;
    removedAt: string | null;
  };
  amendmentStatement: {
    conventionId: string;
    baseNumber: number;
    targetNumber: number;
    text: string;
    revision: number;
    savedBy: string;
    savedAt: string;
  };
  auditEntry: {
    sequence: number;
    at: string;
    actorId: string;
    action: string;
    subject: string;
    subjectId: string;
    contentHash: string;
    previousHash: string;
    hash: string;
  };
};

import type { ContractRouterClient, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import { comments } from '#contract/comments.ts';
import { comparisons } from '#contract/comparisons.ts';
import { conventions, drafts, workbench, workflow } from '#contract/conventions.ts';
import { documents, verification } from '#contract/documents.ts';
import { imports } from '#contract/imports.ts';
import { audit, backups, contacts, installation } from '#contract/installation.ts';
import { legality } from '#contract/legality.ts';
import { priorAdoptions } from '#contract/priorAdoptions.ts';
import { opinions, packages, reviews, submissions } from '#contract/reviews.ts';
import { similarity } from '#contract/similarity.ts';
import { versions } from '#contract/versions.ts';

/** The typed API that every host mounts: the same router on a MessagePort and on HTTP. */
export const contract = {
  installation,
  backups,
  audit,
  contacts,
  conventions,
  imports,
  drafts,
  workflow,
  workbench,
  versions,
  comparisons,
  comments,
  legality,
  submissions,
  packages,
  reviews,
  opinions,
  priorAdoptions,
  documents,
  verification,
  similarity,
};

export type Contract = typeof contract;
export type ContractClient = ContractRouterClient<Contract>;
export type Inputs = InferContractRouterInputs<Contract>;
export type Outputs = InferContractRouterOutputs<Contract>;

import { z } from 'zod';
import { done, instantSchema, line, procedure } from '#contract/base.ts';
import { roles } from '#core/workflow/workflow.ts';

const identity = {
  person: line(50),
  office: line(100),
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
};

const installationSchema = z.object({
  ...identity,
  /** Short form of the public key that two people compare over the telephone: four groups of five digits. */
  fingerprint: z.string(),
  publicKey: z.string(),
  registeredAt: instantSchema,
});

export const installation = {
  /** Who works here; null before the first start is finished. */
  status: procedure.output(
    z.object({
      installation: installationSchema.nullable(),
      today: z.iso.date(),
      version: z.string(),
      dataFolder: z.string(),
      rules: z.object({ version: z.string(), date: z.string(), count: z.number().int() }),
      /** Sentences about the start that the person should know (a rule file left out, a backup that failed). */
      notices: z.array(z.string()),
    }),
  ),
  register: procedure.input(z.strictObject({ ...identity, withSample: z.boolean() })).output(installationSchema),
  update: procedure.input(z.strictObject(identity)).output(installationSchema),
};

export const backups = {
  list: procedure.output(
    z.array(z.object({ name: z.string(), createdAt: instantSchema, bytes: z.number().int(), intact: z.boolean() })),
  ),
  create: procedure.output(z.object({ name: z.string() })),
  /** Puts a backup in place of the present data, which is itself kept as a backup first. */
  restore: procedure.input(z.strictObject({ name: line(200) })).output(done),
};

export const audit = {
  list: procedure
    .input(z.strictObject({ before: z.number().int().positive().optional(), limit: z.number().int().min(1).max(200) }))
    .output(
      z.array(
        z.object({
          sequence: z.number().int(),
          at: instantSchema,
          action: z.string(),
          subject: z.string(),
          subjectId: z.string(),
          actor: z.string(),
          hash: z.string(),
        }),
      ),
    ),
  /** Recomputes the chain; `brokenAt` is the sequence number of the first entry that does not fit. */
  verify: procedure.output(z.object({ entries: z.number().int(), brokenAt: z.number().int().nullable() })),
};

export const contacts = {
  list: procedure.output(
    z.array(
      z.object({
        id: z.string(),
        person: z.string(),
        office: z.string(),
        fingerprint: z.string(),
        acceptedAt: instantSchema,
      }),
    ),
  ),
};

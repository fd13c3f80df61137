import { planMemo } from '../plan/plan-memo.ts';
import type { Profile } from '../profiles/profile.ts';
import type { DocumentStatus, ProfileChoice } from '../protocol.ts';
import type { DocumentStore } from '../workspace/documents.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';

/** Kept with the plan: counting must not read the plans again that an edit only moved. */
const stageCount = planMemo(
  (plan) => plan.stages.length,
  (count) => count,
);

/** What the status item of the editor shows of a document. */
export function statusOf(open: OpenPlan): DocumentStatus {
  const counts = { errors: 0, warnings: 0, infos: 0, hints: 0 };
  for (const { severity } of open.problems) counts[`${severity}s`]++;
  const plans = open.recognised.map(({ plan, profile }) => ({
    title: plan.title?.value ?? '',
    kind: plan.kind,
    profile: profile.id,
    stages: stageCount(plan),
  }));
  return {
    uri: open.uri,
    version: open.version,
    plans,
    profile: plans[0]?.profile ?? null,
    counts,
    milliseconds: open.milliseconds,
  };
}

/** The kinds of plan that an author can choose. */
export function profileChoices(profiles: readonly Profile[]): readonly ProfileChoice[] {
  return profiles.map(({ id, label }) => ({ id, label: label.zh, labelEn: label.en }));
}

/**
 * Tells the client the status of a document behind each answer about its problems, once for each
 * state and never in front of the answer itself.
 */
export class StatusAnnouncer {
  readonly #documents: DocumentStore;
  readonly #send: (status: DocumentStatus) => Promise<void>;
  readonly #told = new Map<string, string>();

  constructor(documents: DocumentStore, send: (status: DocumentStatus) => Promise<void>) {
    this.#documents = documents;
    this.#send = send;
  }

  checked(open: OpenPlan): void {
    if (this.#told.get(open.uri) === open.state) return;
    this.#told.set(open.uri, open.state);
    setTimeout(() => {
      if (this.#documents.get(open.uri) === open) void this.#send(statusOf(open));
    }, 0);
  }

  closed(uri: string): void {
    this.#told.delete(uri);
  }
}

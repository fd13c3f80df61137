import { type CancellationToken, type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { OfficeLoader } from '../exchange/office-loader.ts';
import type { Client } from '../features/client.ts';
import type { ConfigurationProblems } from '../features/configuration-problems.ts';
import type { Failures } from '../features/failures.ts';
import type { Publisher } from '../features/publisher.ts';
import { currentPlan } from '../features/requests.ts';
import type { ClientSettings } from '../features/settings.ts';
import type { StatusAnnouncer } from '../features/status.ts';
import type { WorkspaceCheck } from '../features/workspace-check.ts';
import type { DocumentStore } from '../workspace/documents.ts';
import type { OpenPlan, Wanted } from '../workspace/open-plan.ts';
import type { OpenYamlFiles } from '../workspace/open-yaml.ts';
import type { SurroundingsReader } from '../workspace/surroundings.ts';
import type { SuperiorFollower } from './superior-follower.ts';
import type { WorkspacePlans } from './workspace-plans.ts';

/** What the parts of a server share while it serves one client. */
export interface Session {
  readonly connection: Connection;
  readonly client: Client;
  readonly documents: DocumentStore;
  readonly settings: ClientSettings;
  readonly surroundings: SurroundingsReader;
  readonly configurationProblems: ConfigurationProblems;
  /** Configurations and profiles that are open in the editor. */
  readonly yaml: OpenYamlFiles;
  readonly failures: Failures;
  readonly superiors: SuperiorFollower;
  /** All plans of the workspace. */
  readonly workspace: WorkspacePlans;
  /** The problems of plans that are not open. */
  readonly check: WorkspaceCheck;
  /** Only for a client that does not ask for problems itself. */
  readonly publisher: Publisher | undefined;
  readonly announcer: StatusAnnouncer | undefined;
  /** Loads what reads and writes Word and Excel files; absent in a browser. */
  readonly office?: OfficeLoader;
}

type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R>;

/** A handler whose failure is written into the log once, and answered with an error each time. */
export function guarded<P, R>({ failures }: Session, name: string, answer: Handler<P, R>): Handler<P, R> {
  return async (params, token) => {
    try {
      return await answer(params, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      failures.report(name, error);
      throw new ResponseError(ErrorCodes.InternalError, `${name}: ${error instanceof Error ? error.message : error}`);
    }
  };
}

/**
 * A guarded handler of requests about one document; `null` is answered where it is not open.
 * @param wanted `reading` for an answer that is not to wait for a check
 */
export function forDocument<P extends { readonly textDocument: { readonly uri: string } }, R>(
  session: Session,
  name: string,
  answer: (open: OpenPlan, params: P) => R,
  wanted?: Wanted,
): Handler<P, R | null> {
  return guarded(session, name, async (params, token) => {
    const open = await currentPlan(session.documents, params.textDocument.uri, token, wanted);
    return open ? answer(open, params) : null;
  });
}

import type { CancellationToken, Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Progress } from '../workspace/index/plan-index.ts';
import type { Client } from './client.ts';

/** Work of so few files is over before anybody has read what it is. */
const fewFiles = 50;

/** Shows in the client how far a long work is, with a button that stops it; nothing where the client shows no progress. */
export function beginProgress(connection: Connection, client: Client, title: string, total: number): Progress {
  let reporter: WorkDoneProgressServerReporter | undefined;
  let isDone = false;
  if (client.showsProgress && total > fewFiles) {
    connection.window.createWorkDoneProgress().then(
      (made) => {
        if (isDone) return;
        made.begin(title, 0, undefined, true);
        reporter = made;
      },
      () => undefined, // work goes on without
    );
  }
  return {
    cancelled: () => reporter?.token.isCancellationRequested === true,
    report: byPercent((percent, message) => reporter?.report(percent, message)),
    done: () => {
      isDone = true;
      reporter?.done();
      reporter = undefined;
    },
  };
}

/** Shows the progress of a request in the way that the request names; stopped with the request itself. */
export function requestProgress(
  connection: Connection,
  token: CancellationToken,
  workDoneToken: string | number | undefined,
  title: string,
): Progress {
  const reporter = workDoneToken === undefined ? undefined : connection.window.attachWorkDoneProgress(workDoneToken);
  reporter?.begin(title, 0, undefined, true);
  return {
    cancelled: () => token.isCancellationRequested,
    report: byPercent((percent, message) => reporter?.report(percent, message)),
    done: () => reporter?.done(),
  };
}

/** Tells every per cent once. */
function byPercent(tell: (percent: number, message: string) => void): Progress['report'] {
  let shown = -1;
  return (done, all) => {
    const percent = Math.floor((100 * done) / Math.max(all, 1));
    if (percent === shown) return;
    shown = percent;
    tell(percent, `${done}/${all}`);
  };
}

import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Progress } from '../workspace/index/plan-index.ts';
import type { Client } from './client.ts';

/** Work of so few files is over before anybody has read what it is. */
const fewFiles = 50;

/** Shows in the client how far a long work is, with a button that stops it; nothing where the client shows no progress. */
export function beginProgress(connection: Connection, client: Client, title: string, total: number): Progress {
  let reporter: WorkDoneProgressServerReporter | undefined;
  let isDone = false;
  let shown = -1;
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
    report: (done, all) => {
      const percent = Math.floor((100 * done) / Math.max(all, 1));
      if (!reporter || percent === shown) return;
      shown = percent;
      reporter.report(percent, `${done}/${all}`);
    },
    done: () => {
      isDone = true;
      reporter?.done();
      reporter = undefined;
    },
  };
}

import type { ImportAnswer, ImportedDocument } from '../exchange/import/import.ts';
import { importFile } from '../exchange/import/import-file.ts';
import { importText } from '../exchange/import/import-text.ts';
import { documentNames } from '../exchange/import/names.ts';
import { splitDocuments } from '../exchange/import/split.ts';
import { stillWanted } from '../features/requests.ts';
import { type ImportedPlan, type ImportParams, type ImportResult, importRequest } from '../protocol.ts';
import { fromBase64 } from '../text/base64.ts';
import { guarded, type Session } from './session.ts';

/** What comes into the editor from Word and from the clipboard. The client reads the files and writes the plans. */
export function answerImporting(session: Session): void {
  const { connection, client, office } = session;
  connection.onRequest(
    importRequest,
    guarded(session, importRequest, async ({ name, base64, text }: ImportParams, token): Promise<ImportResult> => {
      await stillWanted(token);
      const answer: ImportAnswer =
        base64 === undefined ? importText(text ?? '') : await importFile(fromBase64(base64), office);
      await stillWanted(token);
      if ('fault' in answer) return { documents: [], parts: [], notices: [], fault: answer.fault[client.language] };
      const [whole] = answer.documents;
      const parts = whole ? splitDocuments(whole.text) : [];
      return {
        documents: named(name, answer.documents),
        parts: parts.length > 1 ? named(name, parts) : [],
        notices: answer.notices.map(({ message, removed }) => ({ message: message[client.language], removed })),
      };
    }),
  );
}

function named(source: string, documents: readonly ImportedDocument[]): readonly ImportedPlan[] {
  const names = documentNames(source, documents);
  return documents.map(({ title, text }, at) => ({ fileName: names[at] ?? '', title, text }));
}

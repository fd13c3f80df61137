import * as vscode from 'vscode';
import type { PlaceRange } from '../../../server/src/protocol.ts';

/**
 * `fangan.showPlaces`: goes to a place of a document, or shows several in the peek view. Code lenses
 * ask for it; it is not in the command palette.
 */
export async function showPlaces(
  address: string,
  from: PlaceRange['start'],
  places: readonly PlaceRange[],
): Promise<void> {
  const uri = vscode.Uri.parse(address);
  const locations = places.map(
    ({ start, end }) => new vscode.Location(uri, new vscode.Range(position(start), position(end))),
  );
  const mode = locations.length === 1 ? 'goto' : 'peek';
  const nothing = vscode.l10n.t('Nothing to show.');
  await vscode.commands.executeCommand('editor.action.goToLocations', uri, position(from), locations, mode, nothing);
}

function position({ line, character }: PlaceRange['start']): vscode.Position {
  return new vscode.Position(line, character);
}

/**
 * Our own messages between client and server, beyond those of the Language Server Protocol. Both
 * sides import this file; it holds types and the names of the messages only, so that neither side
 * draws in the other's library.
 */

/** How many problems of each severity a document has. */
export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
}

/** One plan found in a document; a document may hold several. */
export interface PlanStatus {
  /** Empty where the plan has no title. */
  readonly title: string;
  /** What the title calls itself (实施方案, 整改方案 …); empty where it does not say. */
  readonly kind: string;
  /** The id of the profile that the plan is held against. */
  readonly profile: string;
  readonly stages: number;
}

/** What is known about an open document at one version of it. */
export interface DocumentStatus {
  readonly uri: string;
  readonly version: number;
  /** Empty where the document is no plan. */
  readonly plans: readonly PlanStatus[];
  /** The profile of the first plan; `null` where the document is no plan. */
  readonly profile: string | null;
  readonly counts: ProblemCounts;
  /** How long the last check took. */
  readonly milliseconds: number;
}

/** A kind of plan that the author can choose for a document. */
export interface ProfileChoice {
  /** What stands behind `plan:` in the front matter. */
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
}

export interface StatusParams {
  readonly uri: string;
}

/** Request, client to server: `StatusParams` → `DocumentStatus`, or `null` for a document that is not open. */
export const statusRequest = 'fangan/status';

/** Notification, server to client, after every check: `DocumentStatus`. */
export const statusChangedNotification = 'fangan/statusChanged';

/** Request, client to server, without parameters: `ProfileChoice[]`, abstract profiles left out. */
export const profilesRequest = 'fangan/profiles';

/**
 * Command of the client, asked for by code lenses: shows places of a document, `arguments` are its
 * address, the position from which one comes, and the `PlaceRange`s.
 */
export const showPlacesCommand = 'fangan.showPlaces';

/** Lines and characters from 0, as in the Language Server Protocol. */
export interface PlaceRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/**
 * How an entry of the checklist stands: `incomplete` is there with something lacking, `optional` is
 * not there and need not be.
 */
export type ChecklistState = 'present' | 'incomplete' | 'missing' | 'optional';

/** A replacement in a document; `snippet` when its text holds tab stops. */
export interface ProposedEdit {
  readonly range: PlaceRange;
  readonly text: string;
  readonly snippet: boolean;
}

/** What a plan should have or has: a section, a stage, a step, a table. All texts are in the language of the document's messages. */
export interface ChecklistItem {
  readonly label: string;
  /** A window, a count; empty where nothing is to be said. */
  readonly detail: string;
  readonly state: ChecklistState;
  /** What is lacking, a line each. */
  readonly lacks: readonly string[];
  /** Where it stands. */
  readonly range?: PlaceRange;
  /** What puts it in. */
  readonly insert?: readonly ProposedEdit[];
  readonly children: readonly ChecklistItem[];
}

export interface ChecklistGroup {
  readonly key: 'components' | 'sections' | 'stages' | 'tables' | 'optional';
  readonly label: string;
  readonly items: readonly ChecklistItem[];
}

/** The checklist of one plan of a document. */
export interface PlanChecklist {
  readonly title: string;
  /** The name of its kind. */
  readonly kind: string;
  readonly groups: readonly ChecklistGroup[];
}

/** What is known of a document at one version. */
export interface DocumentChecklist {
  readonly version: number;
  /** Empty where the document is no plan. */
  readonly plans: readonly PlanChecklist[];
}

/** Request, client to server: `StatusParams` → `DocumentChecklist`, or `null` for a document that is not open. */
export const checklistRequest = 'fangan/checklist';

/** What is said of a new plan, as typed by the author; see profiles/new-plan.ts. */
export interface NewPlanParams {
  readonly profile: string;
  readonly fields: Readonly<
    Partial<Record<'unit' | 'activity' | 'superior' | 'superiorNumber' | 'start' | 'end' | 'issued', string>>
  >;
}

export interface NewPlan {
  /** The plan in snippet syntax; empty for an unknown profile. */
  readonly snippet: string;
  /** Its title, from which a file can be named. */
  readonly title: string;
  /** What cannot be read, by field. */
  readonly faults: readonly { readonly field: string; readonly message: string }[];
}

/** Request, client to server: `NewPlanParams` → `NewPlan`. */
export const newPlanRequest = 'fangan/newPlan';

/** Request, client to server: `StatusParams` → the settings that count for a file, as JSON text (`check --print-config`). */
export const effectiveConfigurationRequest = 'fangan/effectiveConfiguration';

/** A form in which a plan can be exported. */
export interface ExportChoice {
  /** What stands behind `--to` of `fangan export`. */
  readonly id: string;
  readonly label: string;
  /** Of the file, with its dot. */
  readonly extension: string;
}

/** What a document can be exported as, and which plans it holds, in order. */
export interface ExportChoices {
  readonly targets: readonly ExportChoice[];
  /** Forms of the report of its check. */
  readonly reviews: readonly ExportChoice[];
  /** Titles; empty where a plan has none. */
  readonly plans: readonly string[];
}

/** Request, client to server: `StatusParams` → `ExportChoices`, or `null` for a document that is not open. */
export const exportChoicesRequest = 'fangan/exportChoices';

export interface ExportParams {
  readonly uri: string;
  readonly target: string;
  /** Index of the plan in the document; all of it without. */
  readonly plan?: number;
}

/** A file that the client is to write. Either `text` or `base64` holds it; neither where `fault` says why there is none. */
export interface ExportedFile {
  /** The name that is offered for it. */
  readonly fileName: string;
  readonly text?: string;
  readonly base64?: string;
  /** What the author should know of it. */
  readonly notes: readonly string[];
  readonly fault?: string;
}

/** Request, client to server: `ReviewParams` → `ExportedFile`, or `null` for a document that is not open. */
export const reviewRequest = 'fangan/review';

export interface ReviewParams {
  readonly uri: string;
  /** `html`, `docx` or `md`. */
  readonly form: string;
}

/** Request, client to server: `ExportParams` → `ExportedFile`, or `null` for a document that is not open. */
export const exportRequest = 'fangan/export';

/** A ledger, filled in, that comes back to the plan of a document. */
export interface LedgerParams {
  readonly uri: string;
  /** The workbook or CSV. */
  readonly base64: string;
}

/** Something that a ledger would change. All texts are in the language of the document. */
export interface LedgerChangeItem {
  /** `conflict`: the plan was changed too; `row`: a row that the plan does not have. */
  readonly kind: 'cell' | 'conflict' | 'row';
  /** Which row and column. */
  readonly place: string;
  /** What the plan says now; empty for a row. */
  readonly from: string;
  readonly to: string;
  /** What the plan said when the ledger was made, where that is known. */
  readonly base?: string;
}

/** What a ledger would change in a document; nothing where `fault` says why it cannot. */
export interface LedgerChanges {
  readonly changes: readonly LedgerChangeItem[];
  /** Rows and columns that came, went or moved. */
  readonly notices: readonly string[];
  readonly fault?: string;
}

/** Request, client to server: `LedgerParams` → `LedgerChanges`, or `null` for a document that is not open. */
export const ledgerChangesRequest = 'fangan/ledgerChanges';

export interface LedgerEditsParams extends LedgerParams {
  /** Indexes of the changes that are taken; a conflict among them takes the words of the ledger. */
  readonly chosen: readonly number[];
}

/** Request, client to server: `LedgerEditsParams` → `ProposedEdit[]`, or `null` for a document that is not open. */
export const ledgerEditsRequest = 'fangan/ledgerEdits';

/**
 * Requests, server to client: files as the editor sees them, for folders that the server cannot read
 * itself (virtual workspaces, the browser). A client that answers them says `files: true` in its
 * initialization options. All take a `FileParams`.
 */
export interface FileParams {
  readonly uri: string;
}

/** The text of a file (UTF-8, without its byte order mark), or `null` when it cannot be read. */
export const readFileRequest = 'fangan/readFile';

/** What stands at an address: `file`, `directory`, `other`, or `null` when nothing does. */
export const fileKindRequest = 'fangan/fileKind';

/** The entries of a directory: `DirectoryEntry[]`, empty when it cannot be read. */
export const readDirectoryRequest = 'fangan/readDirectory';

/** The addresses of all Markdown and text files below a folder, what the editor hides left out: `string[]`. */
export const listFilesRequest = 'fangan/listFiles';

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'other';
}

/** How far the index over the plans of the workspace is, and how often each step was taken since the server began. */
export interface IndexStatus {
  readonly files: number;
  readonly plans: number;
  /** Listings of folders. */
  readonly listed: number;
  /** Texts that were read. */
  readonly read: number;
  /** Texts that were parsed. */
  readonly parsed: number;
  /** Files whose text an earlier session had parsed. */
  readonly remembered: number;
}

/** Request, client to server, without parameters: `IndexStatus` as it is; nothing is read for it. */
export const indexStatusRequest = 'fangan/indexStatus';

/** Which duties are asked for. */
export interface DutyWishes {
  readonly by: 'person' | 'unit' | 'month';
  /** Words that all must stand in the duty, its people or the title of its plan; empty for all. */
  readonly filter: string;
}

/** A group of duties. All texts are in the language of the editor. */
export interface DutyGroupSummary {
  /** `overdue`, `soon`, or `=` with the name or month behind it. */
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** How many of them are overdue or due within seven days. */
  readonly pressing: number;
}

export interface DutyGroups {
  /** The day that counted as today, as YYYY-MM-DD. */
  readonly asOf: string;
  /** Duties, each counted once. */
  readonly count: number;
  readonly overdue: number;
  readonly soon: number;
  /** The pressing ones first, in the order in which they are shown; empty groups are left out. */
  readonly groups: readonly DutyGroupSummary[];
  /** Not all plans have been read: the author stopped that. */
  readonly partial: boolean;
}

/** Request, client to server: `DutyWishes` → `DutyGroups`. */
export const dutyGroupsRequest = 'fangan/dutyGroups';

export interface DutyItem {
  readonly uri: string;
  readonly range: PlaceRange;
  readonly title: string;
  /** The last day, or the time as written. */
  readonly due: string;
  readonly urgency: 'overdue' | 'soon' | 'later' | 'open' | 'done' | 'past';
  /** The same in words. */
  readonly state: string;
  /** Those who answer for it, with their roles. */
  readonly parties: string;
  readonly plan: string;
  readonly stage: string;
}

/** Request, client to server: `DutyWishes & { group }` with the id of a group → `DutyItem[]`. */
export const dutiesRequest = 'fangan/duties';

export interface DutiesParams extends DutyWishes {
  readonly group: string;
}

/** Request, client to server: `DutyWishes & { format }` → the duties as a text. */
export const dutyListRequest = 'fangan/dutyList';

export interface DutyListParams extends DutyWishes {
  readonly format: 'csv' | 'markdown';
}

/** Notification, server to client: what was read of the workspace has changed, and views of it are no longer right. */
export const plansChangedNotification = 'fangan/plansChanged';

/** Largest file that the client hands to the server, in bytes; larger ones are for the command line. */
export const largestSentFile = 50_000_000;

/** A file, or a text from the clipboard, that is to become plans. */
export interface ImportParams {
  /** Name of the file, without folder; what is made of it is named after it. */
  readonly name: string;
  /** The bytes of the file; `text` stands in its place for a text. */
  readonly base64?: string;
  readonly text?: string;
}

export interface ImportedPlan {
  /** The name that is offered for it. */
  readonly fileName: string;
  /** Empty where no title was found. */
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

export interface ImportNoticeText {
  readonly message: string;
  /** What was left out, word by word; empty where nothing was. */
  readonly removed: readonly string[];
}

export interface ImportResult {
  /** One document of all that was read; none where `fault` says why. */
  readonly documents: readonly ImportedPlan[];
  /** The same text as one document for each plan, where it holds several. */
  readonly parts: readonly ImportedPlan[];
  readonly notices: readonly ImportNoticeText[];
  readonly fault?: string;
}

/** Request, client to server: `ImportParams` → `ImportResult`. */
export const importRequest = 'fangan/import';

/** The end of a bar of the timeline; `day` where one day, or a limit, is both ends. */
export type TimelineEnd = 'start' | 'end' | 'day';

/** What can be reached in a timeline: a bar, or a row that has none. */
export interface TimelineItem {
  /** As in the attributes `data-item` of picture and table. */
  readonly id: string;
  /** Where its date stands in the text; its name where it has none. */
  readonly range: PlaceRange;
  /** The text that it is about. */
  readonly scope: PlaceRange;
  /** First and last day as numbers of days since 0000-01-01; absent where that side is open. */
  readonly start?: number;
  readonly end?: number;
  /** Ends that can be moved. */
  readonly ends: readonly TimelineEnd[];
  /** It is written in parts of months (旬, 月底): thirds of months are the days that it most likely goes to. */
  readonly coarse: boolean;
  /** Why an end cannot be moved. */
  readonly fixed?: string;
}

/** The timeline of a document at one version, drawn for a view of some width. Texts are in the language of the document's messages. */
export interface DocumentTimeline {
  readonly version: number;
  /** One SVG element whose parts have classes and no colours. */
  readonly svg: string;
  /** The same as HTML tables. */
  readonly table: string;
  readonly items: readonly TimelineItem[];
  /** The day number at the left edge of the axis, where that is, and the width of a day, in pixels. */
  readonly origin: { readonly day: number; readonly x: number; readonly perDay: number };
  readonly texts: { readonly heading: string; readonly table: string; readonly keys: string; readonly legend: string };
}

export interface TimelineParams {
  readonly uri: string;
  /** Of the view, in pixels. */
  readonly width: number;
}

/** Request, client to server: `TimelineParams` → `DocumentTimeline`, or `null` for a document that is not open. */
export const timelineRequest = 'fangan/timeline';

export interface MoveDateParams {
  readonly uri: string;
  /** Of the text that the timeline was drawn from. */
  readonly version: number;
  readonly item: string;
  readonly end: TimelineEnd;
  /** Day number to move it to. */
  readonly day: number;
}

/** How a date is written on another day, or why it is not. */
export interface MovedDate {
  /** Replacements that make one step; empty where `fault` says why there are none. */
  readonly edits: readonly ProposedEdit[];
  /** The new words of the date. */
  readonly wording?: string;
  readonly fault?: string;
}

/** Request, client to server: `MoveDateParams` → `MovedDate`, or `null` for a document that is not open. */
export const moveDateRequest = 'fangan/moveDate';

/** Request, client to server: `CheckWorkspaceParams` → `CheckedWorkspace`. The problems themselves are published. */
export const checkWorkspaceRequest = 'fangan/checkWorkspace';

export interface CheckWorkspaceParams {
  /** Takes the progress, as in the Language Server Protocol. */
  readonly workDoneToken?: string | number;
}

export interface CheckedWorkspace {
  /** All plans that were checked, those without problems included. */
  readonly files: readonly CheckedFile[];
  /** Somebody stopped it before all were checked. */
  readonly partial: boolean;
}

export interface CheckedFile {
  readonly uri: string;
  /** Of its first plan; empty where that has none. */
  readonly title: string;
  readonly counts: ProblemCounts;
}

/** Request, client to server, without parameters: takes the problems back that the check of the workspace has shown. */
export const clearWorkspaceRequest = 'fangan/clearWorkspace';

/**
 * Notification, client to server: `ShownDocuments`, all documents that have a tab. An editor may keep a
 * document open of which it shows nothing; the check of the workspace then shows its problems as those
 * of any other file. A client that never sends it shows all documents that it opens.
 */
export const shownDocumentsNotification = 'fangan/shownDocuments';

export interface ShownDocuments {
  readonly uris: readonly string[];
}

export interface BundleParams {
  /** A plan, whose folder is meant, or the folder itself. */
  readonly uri: string;
  readonly isFolder?: boolean;
}

/** What the plans of a folder and of those below it say differently from one another. */
export interface BundleReport {
  /** For reading, with links to the places; empty where `fault` says why. */
  readonly markdown: string;
  readonly plans: number;
  readonly differences: number;
  readonly fault?: string;
}

/** Request, client to server: `BundleParams` → `BundleReport`. */
export const checkBundleRequest = 'fangan/checkBundle';

/** What the player's half for cmi5 and plain xAPI hangs on the one global. */
declare namespace Lessonkit {
  /** What the address that opened the lesson said. */
  interface Launch {
    endpoint: string;
    /** Of cmi5. */
    fetch: string;
    /** Of plain xAPI: a whole `Authorization`. */
    auth: string;
    actor: Record<string, any>;
    activity: string;
    /** "" where plain xAPI has none. */
    registration: string;
    /** Who it is, in this registration. */
    learner: string;
  }

  /** An answer of a server; `status` is 0 where none came. */
  interface HttpReply {
    status: number;
    text: string;
    etag: string;
    /** Milliseconds that it asks us to wait. */
    wait: number;
  }

  type Client = (
    method: string,
    resource: string,
    named: Record<string, string>,
    body?: string,
    headers?: Record<string, string>,
  ) => Promise<HttpReply>;

  interface Activity {
    id: string;
    [part: string]: any;
  }

  interface Statement {
    id: string;
    verb: { id: string; display: { en: string } };
    object: Activity;
    [part: string]: any;
  }

  type Make = (verb: string, time: number, parts: { result?: any; object?: Activity; parents?: Activity[]; objective?: string }) => Statement;

  interface QueueEvents {
    told(statement: Statement): void;
    /** False where nobody listens any more. */
    refused(statement: Statement, reply: HttpReply): Promise<boolean>;
    stuck(on: boolean): void;
    ended(): void;
    idle(): void;
  }

  interface Queue {
    readonly empty: boolean;
    add(statement: Statement): void;
    /** Tries again without waiting longer. */
    wake(): void;
    leave(): void;
  }

  /** What a document of state says. */
  interface Kept {
    line: string;
    /** Verbs that the store has of this registration. */
    told: Record<string, boolean>;
  }

  interface DocumentEvents {
    /** Another page wrote. `before`: the line that both began with. */
    found(kept: Kept, before: string): void;
    kept(): void;
    stuck(refused: boolean): void;
  }

  interface Document {
    /** What was given is what the store has. */
    readonly current: boolean;
    read(): Promise<HttpReply>;
    /** Whether it may be read, without reading it. */
    glance(): Promise<HttpReply>;
    parse(text: string): Kept;
    save(line: string, told: Record<string, boolean>): void;
    wake(): void;
    leave(): void;
  }

  /** How this session is told. */
  interface Way {
    launch: Launch;
    client: Client;
    book: Document;
    events: DocumentEvents;
    waiting: { load(): string; save(text: string): boolean };
    cmi5: boolean;
    mastery: number | null;
    template: Record<string, any>;
    iri: string;
    /** The skill of each objective that names one, by its permanent name. */
    skills: Record<string, string>;
    object: Activity;
    /** Where the learner came from. */
    back: string;
    /** When the session began, where the page was loaded again within it. */
    opened?: number;
    close(): void;
    prepare?(state: State): void;
    /** Whether the store has such a statement after all. */
    stands(verb: string): Promise<boolean>;
  }

  interface Attempt {
    fail(why: ProblemKind): void;
    done(): void;
    insist(act: () => Promise<HttpReply>): Promise<HttpReply>;
  }

  interface Namespace {
    xapi: {
      launch(search: string, target: "cmi5" | "xapi"): Launch | null;
      /** Of plain xAPI, which knows actors of earlier versions. */
      modern?(actor: Record<string, any>): Record<string, any>;
      object(text: string): Record<string, any> | null;
      open(host: Host, launch: Launch, authorization: string): Client;
      ask(host: Host, url: string, init: any): Promise<HttpReply>;
      insist(host: Host, act: () => Promise<HttpReply>, trouble: () => void): Promise<HttpReply>;
      passing(reply: HttpReply): boolean;
      good(reply: HttpReply): boolean;
      patience(): { next(): number; reset(): void };
      queue(
        host: Host,
        client: Client,
        kept: { load(): string; save(text: string): boolean },
        events: QueueEvents,
      ): Queue;
      document(host: Host, client: Client, launch: Launch, events: DocumentEvents): Document;
      maker(host: Host, way: Way): Make;
      score(worth: number, least: number): { scaled: number; raw: number; min: number; max: number };
      scaled(worth: number): number;
      progress(share: number): number;
      answered(act: Act, way: Way): { object: Activity; result: any; parents: Activity[]; objective: string };
      join(
        host: Host,
        way: Way,
        known: Record<string, boolean>,
        prior: Prior,
        problem: (kind: ProblemKind, on: boolean) => void,
        heard: (line: string | null, before?: string) => void,
      ): Platform;
      attempt(
        host: Host,
        learner: string,
        gone: Parameters<Reach>[4],
        open: (attempt: Attempt) => Promise<unknown>,
      ): void;
      prior(learner: string, line: string | null, known: Record<string, boolean>): Prior;
    };
  }
}

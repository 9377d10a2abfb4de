/** Types of the player's one global. The scripts carry no types of their own at run time. */
declare namespace Lessonkit {
  type Target = "html" | "scorm12" | "scorm2004" | "cmi5" | "xapi";
  type Success = "passed" | "failed" | "unknown";
  type Mode = "normal" | "review" | "browse";
  type Connection = "none" | "searching" | "found" | "missing" | "failed";
  type Change = "loaded" | "place" | "answer" | "way" | "hint" | "tick" | "retry" | "connection" | "kept";
  type ProblemKind = "missing" | "failed" | "ended" | "unsaved" | "untold" | "damaged" | "updated" | "forgotten" | "full";

  /** What `Question.data()` of the compiler gives; further fields belong to the type. */
  interface Question {
    type: string;
    id: string;
    points: number;
    objective?: string;
    attempts?: number;
    assessed?: boolean;
    /** The bank it is drawn from. */
    bank?: string;
    /** Share of its points that its hint takes, above 0 and below 1. */
    cost?: number;
    /** Of what an answer points at. */
    sign?: number;
    [field: string]: any;
  }

  /** Where the platform of the build's profile is known to differ from others. */
  interface Facts {
    /** Characters of a learner's state. */
    room?: number;
    /** Of answers, at most; 0: none. */
    records?: number;
    objectives?: boolean;
    score?: "score" | "progress";
    passed?: "passed" | "completed";
    failed?: "failed" | "completed";
    /** Seconds for which the platform is looked for. */
    wait?: number;
    /** Refused records after which no more are told. */
    refusals?: number;
  }

  interface Data {
    format: number;
    id: string;
    version: string;
    lang: string;
    target: Target;
    /** Of SCORM 2004; null for another target. */
    edition?: 3 | 4 | null;
    /** Of a build for one platform only. */
    platform?: Facts;
    /** Absolute, permanent; of cmi5 and xAPI only. */
    iri?: string;
    skills?: Record<string, string>;
    title?: string;
    tracking: { complete: "viewed" | "answered" | "passed"; mastery: number | null; attempts: number | null };
    sections: string[];
    questions: Question[];
    objectives: string[];
    checklists: { id: string; count: number; items: string[] }[];
    /** Only where there are any. */
    banks?: { id: string; draw: number }[];
    /** Ids of sections, questions and lists that only other variants have; their progress is kept beside. */
    elsewhere?: string[];
  }

  interface Entry {
    /** The last answer; null where it was not kept. */
    answer: any;
    /** Of the best try of this attempt, 0 to 1. */
    score: number;
    tries: number;
    /** No further try is left, or needed. */
    done: boolean;
    right: boolean;
  }

  interface State {
    /** Index of the section on the screen, -1 before the first. */
    place: number;
    seen: boolean[];
    answers: Record<string, Entry>;
    ticks: Record<string, boolean[]>;
    /** From 1. */
    attempt: number;
    /** Complete, or failed for good. */
    finished: boolean;
    complete: boolean;
    success: Success;
    /** Score of the best earlier attempt, 0 to 1. */
    best: number | null;
    /** The same for each objective. */
    marks: Record<string, number>;
    /** By bank: its questions of this attempt, and those met before, till all were met. */
    draws: Record<string, string[]>;
    met: Record<string, string[]>;
    /** Questions of this attempt whose hint was paid for. */
    hints: Record<string, boolean>;
    /** Answers that are half given, and in which try: only where there is a story. */
    ways?: Record<string, { answer: number[]; turn: number }>;
  }

  interface Reply {
    score: number;
    right: boolean;
    done: boolean;
    triesLeft: number | null;
  }

  interface Result {
    progress: number;
    answered: number;
    total: number;
    score: number | null;
    complete: boolean;
    success: Success;
    attemptsLeft: number | null;
    canRetry: boolean;
    /** Trying the wrong ones alone would be something else than trying all. */
    canRetryWrong: boolean;
  }

  interface ObjectiveResult {
    id: string;
    begun: boolean;
    complete: boolean;
    success: Success;
    score: number | null;
  }

  interface Problem {
    kind: ProblemKind;
    solved: boolean;
  }

  interface Told {
    /** A word of SCORM 2004. */
    type: string;
    patterns: string[][];
    /** Null where the answer cannot be said in that type. */
    response: string[] | null;
    /** Fill-in only. */
    caseMatters?: boolean;
  }

  /** The same in the form of one version. What is "" is not told. */
  interface Said {
    stamp: Pair;
    type: string;
    patterns: string[];
    response: Pair;
    wrong: string;
    description: string;
  }

  /** One answer, to be recorded by a platform. */
  interface Act {
    question: Question;
    answer: any;
    score: number;
    /** Milliseconds since 1970, and since the question could be answered. */
    time: number;
    latency: number;
    description: string;
    labels: Labels | null;
    lang: string;
  }

  /** The words of what there is to choose from, by place. */
  interface Labels {
    rows: string[];
    /** What rows are matched with. */
    targets: string[];
  }

  interface QuestionType {
    score(data: Question, answer: any): number;
    interaction?(data: Question, answer: any): Told;
    /** Whether something kept has the form of an answer. */
    fits?(data: Question, answer: any): boolean;
    [part: string]: any;
  }

  interface Session {
    readonly mode: Mode;
    readonly connection: Connection;
    readonly state: Readonly<State>;
    /** The words of a question, for reports; set by the page. */
    describe: (id: string) => string;
    /** The words of its options; set by the page of a target that tells them. */
    labels: (id: string) => Labels | null;
    goTo(place: number): void;
    answer(id: string, answer: any): Reply;
    tick(id: string, item: number, on: boolean): void;
    /** How far a story is told; null: from the beginning. */
    way(id: string, answer: number[] | null): void;
    /** The hint that costs is looked at. */
    hint(id: string): void;
    /** Those of this attempt, in the order of the page. */
    questions(): Question[];
    /** False where no attempt is left. */
    retry(wrongOnly?: boolean): boolean;
    /** Nothing stands between what was done and where it is kept. */
    readonly safe: boolean;
    result(): Result;
    onProblem(listener: (problem: Problem) => void): void;
    onChange(listener: (why: Change) => void): void;
    end(): void;
    /** The same, then back to where the learner came from. `done`: everything was told, or waited for long enough. */
    leave(done: () => void): void;
  }

  /** What the player needs of the browser, so that tests can give another one. */
  interface Host {
    window: any;
    now(): number;
    /** From 0 to below 1. */
    random(): number;
    later(act: () => void, ms: number): any;
    cancel(handle: any): void;
    storage(): Storage;
    /** The same, for this tab alone. */
    tab(): Storage;
  }

  type Pair = [element: string, value: string];

  /** One version of SCORM: names, and values in its form. */
  interface Version {
    api: string;
    /** What stands before every function's name, and the name of the one that ends a session. */
    prefix: string;
    close: string;
    elements: {
      mode: string;
      learner: string;
      completion: string;
      success: string;
      raw: string;
      place: string;
      exit: string;
      time: string;
    };
    objectiveStatus: string[];
    /** Characters that suspend_data holds. */
    limit(edition?: 3 | 4 | null): number;
    score(score: number | null): Pair[];
    status(complete: boolean, success: Success, facts?: Facts): Pair[];
    progress(share: number, complete: boolean): Pair[];
    objective(at: string, objective: ObjectiveResult): Pair[];
    interaction(told: Told, act: Act): Said;
    duration(ms: number): string;
  }

  /** A found API behind a wall: nothing it does can harm the lesson. */
  interface Api {
    open(): boolean;
    close(): boolean;
    /** Null where the platform could not answer. */
    get(element: string): string | null;
    set(element: string, value: string): boolean;
    commit(): boolean;
    /** The error of the last refused call, "" where none was given. */
    readonly error: string;
  }

  /** What a platform said when the lesson was opened; null where it could not be read. */
  interface Prior {
    mode: Mode;
    learner: string;
    suspended: string | null;
    place: string;
    completion: string | null;
    success: string | null;
    /** 0 to 1; NaN where the platform keeps none. */
    score: number;
  }

  /** What a platform is to be told now. */
  interface Snapshot {
    result: Result;
    objectives: ObjectiveResult[];
    begun: boolean;
    /** Null while what the platform keeps must not be overwritten. */
    saved(limit: number): string | null;
    place: string;
  }

  interface Platform {
    readonly prior: Prior;
    /** It took the state, and confirmed. */
    readonly keeps: boolean;
    reread(): string | null;
    record(act: Act): void;
    flush(snapshot: Snapshot, leaving: boolean): void;
    close(): void;
    reopen(): boolean;
    /** Before what it keeps is joined: what it asks for may change what was decided. */
    prepare?(state: State): void;
    leave?(done: () => void): void;
  }

  /** Looks for the platform of a target; there may be one after `gone`. */
  type Reach = (
    data: Data,
    host: Host,
    problem: (kind: ProblemKind, on: boolean) => void,
    welcome: (found: Platform) => void,
    /** `learner`: whom the platform named before it failed; `kind`: what is said of it. */
    gone: (why: "missing" | "failed", learner?: string, kind?: ProblemKind) => void,
    /** Of a platform that answers later: it has everything (null), or a state that another page wrote. */
    heard: (line: string | null, before?: string) => void,
  ) => void;

  /** The state in the one place where it may be replaced. */
  interface Held {
    state: State;
    /** Checklists that were ticked or unticked in this session. */
    touched: Record<string, boolean>;
  }

  interface Keeper {
    readonly mode: Mode;
    readonly connection: Connection;
    record(act: Act): void;
    /** Keeps everything new within so many milliseconds. */
    soon(ms: number): void;
    close(): void;
    /** Nothing is on its way to the platform. */
    readonly settled: boolean;
    leave(done: () => void): void;
  }

  interface Bell<T> {
    add(listener: (news: T) => void): void;
    ring(news: T): void;
  }

  interface Decoded {
    state: State | null;
    damaged: boolean;
    updated: boolean;
    others: string;
  }

  /** How a module of a programme stands, as far as this browser knows. */
  interface Standing {
    id: string;
    state: "none" | "begun" | "done" | "failed";
    /** Index of the section, -1 where it is not known. */
    place: number;
    /** How many sections there are. */
    of: number;
  }

  interface Progression {
    /** False where the browser lets nothing be read. */
    known: boolean;
    list: Standing[];
    /** Index of the module to take next, -1 for none. */
    next: number;
    done: number;
    whole: boolean;
  }

  interface Namespace {
    /** Only on the page of a programme. */
    program: {
      standing(part: { id: string; sections: string[] }, text: string): Standing;
      look(parts: { id: string; sections: string[] }[], read: (id: string) => string): Progression;
    };
    questions: Record<string, QuestionType>;
    tracking: {
      take(data: Data, state: State, id: string, answer: any, score: number): Reply;
      hint(data: Data, state: State, id: string): boolean;
      settle(data: Data, state: State, random?: () => number): void;
      retry(data: Data, state: State, wrongOnly?: boolean, random?: () => number): boolean;
      result(data: Data, state: State): Result;
      objectives(data: Data, state: State): ObjectiveResult[];
      isDone(state: State, question: Question, entry: Entry): boolean;
      greater(one: number | null | undefined, other: number | null | undefined): number | null;
      asked(data: Data, state: State): Question[];
      begun(data: Data, state: State): boolean;
    };
    state: {
      key(id: string): string;
      fresh(data: Data): State;
      encode(data: Data, state: State, limit: number): string;
      decode(data: Data, text: string): Decoded;
      isSign(kept: any, now: any): boolean;
    };
    merge(kept: State, mine: State, touched: Record<string, boolean>, questions?: Question[], base?: State | null): State;
    /** Whether a state that was sent lacks a note; only where there are notes. */
    lacks?(data: Data, state: State, sent: string): boolean;
    /** Only where a page has a story. */
    ways?: {
      keep(data: Data, state: State, field: (tag: string, id: string, values: any[]) => string): string[];
      read(data: Data, state: State, id: string, values: any[]): boolean;
      join(state: State, kept: State, mine: State): void;
      set(state: State, id: string, answer: number[] | null): void;
      get(state: State, id: string): number[] | null;
    };
    /** Only where a page has a bank. */
    bank?: {
      fill(data: Data, state: State, random: () => number): void;
      renew(state: State): void;
      join(state: State, kept: State, mine: State): void;
      keep(data: Data, state: State, field: (tag: string, id: string, values: any[]) => string): string;
      read(data: Data, state: State, id: string, values: any[]): void;
    };
    store: {
      open(host: Host, name: string, area?: "storage" | "tab"): { load(): string; save(text: string): boolean; clear(): void };
    };
    values: {
      decimal(value: number, digits: number): string;
      cut(text: string, limit: number): string;
      percent(score: number): number;
      split(ms: number): [hours: number, minutes: number, seconds: number];
      duration(ms: number): string;
    };
    tell(question: Question, answer: any): Told;
    interactions: { record(version: Version, at: string, act: Act): Pair[] };
    versions: Record<string, Version>;
    connect: {
      find(start: any, name: string): any;
      wrap(api: any, version: Version): Api;
    };
    platform: {
      open(
        api: Api,
        version: Version,
        host: Host,
        problem: (kind: ProblemKind, on: boolean) => void,
        room: number,
        facts?: Facts,
      ): Platform | null;
    };
    /** Of the target; a plain page has none. */
    reach: Reach;
    host: { browser(): Host; bell<T>(): Bell<T> };
    keeper: {
      open(
        data: Data,
        host: Host,
        held: Held,
        changed: (why: Change) => void,
        problem: (kind: ProblemKind, on: boolean) => void,
      ): Keeper;
    };
    start(data: Data, host?: Host): Session;
  }
}

declare var lessonkit: Lessonkit.Namespace;

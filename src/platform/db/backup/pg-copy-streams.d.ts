// The two streams of pg-copy-streams that we use; the package carries no types of its own.
declare module "pg-copy-streams" {
  import type { Readable, Writable } from "node:stream";
  import type { Connection, Submittable } from "pg";

  interface Copy extends Submittable {
    /** Rows copied; known when the stream has ended. */
    readonly rowCount: number;
    submit(connection: Connection): void;
  }
  /** Reads what `COPY … TO STDOUT` sends. */
  export function to(statement: string): Readable & Copy;
  /** Writes what `COPY … FROM STDIN` takes; "finish" comes when the server has it all. */
  export function from(statement: string): Writable & Copy;
}

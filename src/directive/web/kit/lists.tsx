// The lists of a kit while it is written: lines of one kind, and questions with answers.
import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import {
  changed,
  LETTERS,
  type LineRow,
  moved,
  newLine,
  newQuestion,
  type QuestionRow,
  ROWS,
  type Wrong,
  without,
} from "./editing.ts";
import { RowTools } from "./row-tools.tsx";
import { TextField } from "./text-field.tsx";

interface ListProps<Row extends { readonly key: string }> {
  readonly rows: readonly Row[];
  readonly most: number;
  readonly onChange: (rows: readonly Row[]) => void;
  /** "Ý chính 2" of 2. */
  readonly nameOf: (number: number) => string;
  readonly addWord: string;
  readonly make: () => Row;
  readonly children: (row: Row, name: string) => ReactNode;
}

function List<Row extends { readonly key: string }>(props: ListProps<Row>) {
  const { rows, most, onChange, nameOf, addWord, make, children } = props;
  const t = useT();
  const [said, setSaid] = useState("");
  const add = (): void => {
    const row = make();
    onChange([...rows, row]);
    requestAnimationFrame(() => document.getElementById(row.key)?.focus());
  };
  return (
    <>
      <ol className="kit-rows">
        {rows.map((row, at) => {
          const name = nameOf(at + 1);
          return (
            <li key={row.key}>
              <div className="kit-row-fields">{children(row, name)}</div>
              <RowTools
                name={name}
                first={at === 0}
                last={at === rows.length - 1}
                onMove={(by) => {
                  onChange(moved(rows, row.key, by));
                  setSaid(t("directive.kit.row-moved", { number: at + 1 + by, count: rows.length }));
                }}
                onRemove={() => {
                  onChange(without(rows, row.key));
                  setSaid(t("directive.kit.row-removed", { row: name }));
                }}
              />
            </li>
          );
        })}
      </ol>
      <span className="visually-hidden" role="status">
        {said}
      </span>
      {rows.length < most ? (
        <Button variant="default" leftSection={<Icon name="plus" />} onClick={add}>
          {addWord}
        </Button>
      ) : (
        <p className="soft">{t("directive.kit.rows-full", { most })}</p>
      )}
    </>
  );
}

interface LinesProps {
  readonly rows: readonly LineRow[];
  readonly onChange: (rows: readonly LineRow[]) => void;
  readonly wrong: ReadonlyMap<string, Wrong>;
  readonly of: "key-message" | "line";
}

export function Lines({ rows, onChange, wrong, of }: LinesProps) {
  const t = useT();
  const most = of === "line" ? LETTERS.line : LETTERS.keyMessage;
  return (
    <List
      rows={rows}
      most={of === "line" ? ROWS.lines : ROWS.keyMessages}
      onChange={onChange}
      nameOf={(number) => t(`directive.kit.${of}-number`, { number })}
      addWord={t(`directive.kit.add-${of}`)}
      make={newLine}
    >
      {({ key, text }, name) => (
        <TextField
          id={key}
          label={name}
          value={text}
          most={most}
          wrong={wrong.get(key)}
          onChange={(value) => onChange(changed(rows, key, { text: value }))}
        />
      )}
    </List>
  );
}

interface QuestionsProps {
  readonly rows: readonly QuestionRow[];
  readonly onChange: (rows: readonly QuestionRow[]) => void;
  readonly wrong: ReadonlyMap<string, Wrong>;
}

export function QuestionList({ rows, onChange, wrong }: QuestionsProps) {
  const t = useT();
  return (
    <List
      rows={rows}
      most={ROWS.questions}
      onChange={onChange}
      nameOf={(number) => t("directive.kit.question-number", { number })}
      addWord={t("directive.kit.add-question")}
      make={newQuestion}
    >
      {({ key, question, answer }, name) => (
        <>
          <TextField
            id={key}
            label={name}
            value={question}
            most={LETTERS.question}
            wrong={wrong.get(key)}
            onChange={(value) => onChange(changed(rows, key, { question: value }))}
          />
          <TextField
            label={t("directive.kit.answer")}
            value={answer}
            most={LETTERS.answer}
            wrong={wrong.get(`${key}.answer`)}
            onChange={(value) => onChange(changed(rows, key, { answer: value }))}
          />
        </>
      )}
    </List>
  );
}

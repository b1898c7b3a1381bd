// The orders of the letter: their words, duties and due days; moved, taken out and added with the keyboard as well.
import { Button, Checkbox, Textarea } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Duty } from "../../../document/schema.ts";
import { DayInput } from "../../../platform/ui/day-input.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { AddButton, RemoveButton } from "./form-parts.tsx";
import { blankOrder, moved, type NextDraft } from "./next-draft.ts";

type Orders = NextDraft["orders"];
type Order = Orders[number];

interface OrdersEditorProps {
  readonly orders: Orders;
  readonly onChange: (change: (orders: Orders) => Orders) => void;
  readonly missing: boolean;
}

export function OrdersEditor({ orders, onChange, missing }: OrdersEditorProps) {
  const t = useT();
  const tell = useNotice();
  const [said, setSaid] = useState("");
  const [wanted, setWanted] = useState<string>();
  const replace = (order: Order): void =>
    onChange((list) => list.map((other) => (other.key === order.key ? order : other)));
  const move = (index: number, by: -1 | 1): void => {
    const order = orders[index];
    if (order === undefined || moved(orders, index, by) === orders) return;
    onChange((list) => moved(list, index, by));
    setSaid(t("directive.order-moved", { place: index + by + 1, count: orders.length }));
  };
  const remove = (index: number): void => {
    const order = orders[index];
    if (order === undefined) return;
    onChange((list) => list.filter(({ key }) => key !== order.key));
    tell({
      text: t("directive.order-removed", { number: index + 1 }),
      undo: () => onChange((list) => [...list.slice(0, index), order, ...list.slice(index)]),
    });
  };
  const add = (): void => {
    const order = blankOrder();
    onChange((list) => [...list, order]);
    setWanted(order.key);
  };
  return (
    <>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {missing && (
        <p className="note note-error" role="alert">
          <Icon name="error" />
          {t("directive.next-missing.orders")}
        </p>
      )}
      <ol className="order-list">
        {orders.map((order, index) => (
          <OrderItem
            key={order.key}
            order={order}
            index={index}
            last={index === orders.length - 1}
            wanted={wanted === order.key}
            onChange={replace}
            onMove={(by) => move(index, by)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      <AddButton label={t("document.add.instructions")} onAdd={add} />
    </>
  );
}

interface OrderItemProps {
  readonly order: Order;
  readonly index: number;
  readonly last: boolean;
  /** Just added: the words are typed at once. */
  readonly wanted: boolean;
  readonly onChange: (order: Order) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function OrderItem({ order, index, last, wanted, onChange, onMove, onRemove }: OrderItemProps) {
  const t = useT();
  const words = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (wanted) words.current?.focus();
  }, [wanted]);
  const number = index + 1;
  const byKeys = (event: KeyboardEvent): void => {
    const by = { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key];
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    onMove(by);
  };
  const due = (day: string): void => {
    const { dueOn: _dueOn, ...rest } = order;
    onChange(day === "" ? rest : { ...rest, dueOn: day });
  };
  return (
    <li className="order-item" onKeyDown={byKeys}>
      <Textarea
        ref={words}
        label={t("directive.order-number", { number })}
        autosize
        minRows={2}
        maxRows={14}
        value={order.text}
        onChange={(event) => onChange({ ...order, text: event.currentTarget.value })}
      />
      <DayInput label={t("directive.order-due", { number })} value={order.dueOn ?? ""} onChange={due} />
      <details className="inner-form">
        <summary>
          {order.duties.length === 0
            ? t("directive.order-duties-none")
            : order.duties.map((duty) => t(`document.duty.${duty}`)).join("; ")}
        </summary>
        <Checkbox.Group
          label={t("document.field.duties")}
          value={[...order.duties]}
          onChange={(duties) =>
            onChange({ ...order, duties: Duty.options.filter((duty) => duties.includes(duty)) })
          }
        >
          <div className="duty-choices">
            {Duty.options.map((duty) => (
              <Checkbox key={duty} value={duty} label={t(`document.duty.${duty}`)} />
            ))}
          </div>
        </Checkbox.Group>
      </details>
      <div className="order-tools">
        <Button
          variant="default"
          size="sm"
          aria-label={t("directive.order-up", { number })}
          disabled={index === 0}
          onClick={() => onMove(-1)}
        >
          ↑
        </Button>
        <Button
          variant="default"
          size="sm"
          aria-label={t("directive.order-down", { number })}
          disabled={last}
          onClick={() => onMove(1)}
        >
          ↓
        </Button>
        <RemoveButton label={t("directive.order-remove", { number })} onRemove={onRemove} />
      </div>
    </li>
  );
}

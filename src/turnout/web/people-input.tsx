// A whole number of people, bags or things, typed over what stands.
import { NumberInput, type NumberInputProps } from "@mantine/core";

export function PeopleInput(props: NumberInputProps) {
  return (
    <NumberInput
      min={0}
      max={100_000}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      {...props}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}

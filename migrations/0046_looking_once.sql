-- Why: looks that are taken each minute, or by each union, must not go through a nation.

-- Published: entries that stand for one person beside others. Few: who asks of everybody looks at these apart.
create view person.v_joined as select distinct one_id from person.same_as where running;

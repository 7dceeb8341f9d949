//! Where an entry of a list goes that is dragged up and down.

/// The index that a dragged entry takes in its list, and where the middle of its row is then.
///
/// `rows` are the upper and lower edges of the list's rows in px, from the top; `held` is the
/// index of the entry now, and `y` the pointer. The entry passes a neighbour once the
/// pointer is so far into it that it would also lie in the entry's new place, so that rows of
/// different heights do not change to and fro under a pointer at rest. None if there is no such row.
pub fn drop_index(rows: &[(f64, f64)], held: usize, y: f64) -> Option<(usize, f64)> {
    let height = |(top, bottom): (f64, f64)| bottom - top;
    let &(top, bottom) = rows.get(held)?;
    let own = bottom - top;
    let (mut at, mut middle) = (held, (top + bottom) / 2.0);
    for (index, row) in rows.iter().enumerate() {
        let far = own.min(height(*row));
        if index > held && y > row.1 - far {
            (at, middle) = (index, row.1 - own / 2.0);
        } else if index < held && at == held && y < row.0 + far {
            (at, middle) = (index, row.0 + own / 2.0);
        }
    }
    Some((at, middle))
}

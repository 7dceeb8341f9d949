//! Where an entry of a list goes that is dragged up and down.

/// The place that a dragged entry takes, and where the middle of its row is then.
///
/// `rows` are the upper and lower edges of the list's rows in px, from the top; `held` is the
/// place where the entry stands now, and `y` the pointer. The entry passes a neighbour once the
/// pointer is so far into it that it would also lie in the entry's new place, so that rows of
/// different heights do not change to and fro under a pointer at rest. None if there is no such row.
pub fn slot(rows: &[(f64, f64)], held: usize, y: f64) -> Option<(usize, f64)> {
    let height = |(top, bottom): (f64, f64)| bottom - top;
    let &(top, bottom) = rows.get(held)?;
    let own = bottom - top;
    let (mut at, mut middle) = (held, (top + bottom) / 2.0);
    for (place, row) in rows.iter().enumerate() {
        let far = own.min(height(*row));
        if place > held && y > row.1 - far {
            (at, middle) = (place, row.1 - own / 2.0);
        } else if place < held && at == held && y < row.0 + far {
            (at, middle) = (place, row.0 + own / 2.0);
        }
    }
    Some((at, middle))
}
